import { isJest, type Setting } from '../src/matrix.js';

const program = `require('child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 1e6)'], { detached: true, stdio: 'ignore' });
console.log('up');
setInterval(() => {}, 1e6);`;

/** How the run is interrupted: as by a terminal, which tells the whole group, or as by another program. */
export type Interruption = 'group' | 'runner';

/** A file whose test holds a child with a grandchild, a directory and a lock when the run is interrupted. */
export const interruptedFiles = (setting: Setting): Readonly<Record<string, string>> => ({
  'interrupted.test.js': `${
    isJest(setting)
      ? `const { test } = require('@holdfast/jest');\nconst fs = require('fs');`
      : `import { test } from '@holdfast/vitest';\nimport fs from 'node:fs';`
  }
const program = ${JSON.stringify(program)};
test('is cut short', async ({ child, directory, mutex, port }) => {
  await port();
  fs.writeFileSync((await directory()) + '/file', 'x');
  await mutex('held', { shared: true }).acquire();
  await child(process.execPath, { args: ['-e', program], ready: /up/, within: 60_000 });
  // The runner leads the group.
  const group = Number(fs.readFileSync('/proc/self/stat', 'utf8').split(') ')[1].split(' ')[2]);
  if (process.env.INTERRUPT === 'group') process.kill(-group, 'SIGINT');
  if (process.env.INTERRUPT === 'runner') process.kill(group, 'SIGINT');
  if (process.env.INTERRUPT) await new Promise((resolve) => setTimeout(resolve, 60_000));
}, 120_000);\n`,
  'other.test.js': `${
    isJest(setting)
      ? `const { test } = require('@holdfast/jest');`
      : `import { test } from '@holdfast/vitest';`
  }\ntest('is there', () => {});\n`,
});
