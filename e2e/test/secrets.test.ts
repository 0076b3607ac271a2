import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { DEFAULT_MODES, isJest } from '../src/matrix.js';
import { writeProject } from '../src/project.js';
import { runProject } from '../src/run-project.js';

/** Letters, so that no shape gives it away. */
const secret = 'plumtreewithnoshape';

const files = {
  'env.setup.js': `process.env.SHOP_API_KEY = ['plumtree', 'withnoshape'].join('');\n`,
  'fails.test.js': `
test('tells it in its message', () => { throw new Error('the shop does not know ' + process.env.SHOP_API_KEY); });
test('tells it in a comparison', () => { expect(process.env.SHOP_API_KEY).toBe('another'); });\n`,
  'does-not-load.test.js': `throw new Error('no shop for ' + process.env.SHOP_API_KEY);\n`,
};

for (const setting of DEFAULT_MODES) {
  describe(`${setting.runner} with ${setting.mode}`, () => {
    test('a secret that only a set-up file knows stands in no report, whoever told the error', async () => {
      const extra = isJest(setting)
        ? `setupFiles: ['<rootDir>/env.setup.js']`
        : `setupFiles: ['./env.setup.js']`;
      const { directory, ...project } = writeProject(setting, files, { wrapped: true, extra });
      const { report, stdout, stderr } = await runProject({ directory, ...project });
      expect(report?.failures, stdout + stderr).toHaveLength(3);
      const folder = join(directory, 'holdfast-report');
      for (const name of readdirSync(folder)) {
        expect(readFileSync(join(folder, name), 'utf8'), name).not.toContain(secret);
      }
      const messages = report?.failures.map(({ attempts }) => attempts[0]?.errors[0]?.message ?? '');
      expect(messages?.filter((message) => message.includes('***'))).toHaveLength(3);
      // Each error once, although runner and journal tell it in different words.
      expect(
        report?.failures.flatMap(({ attempts }) => attempts.flatMap(({ errors }) => errors)),
      ).toHaveLength(3);
    });
  });
}
