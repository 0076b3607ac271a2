import { describe, expect, it } from 'vitest';
import { DEFAULT_MODES, isJest } from '../src/matrix.js';
import { writeProject } from '../src/project.js';
import { runProject } from '../src/run-project.js';

const body = `
test('fails, and clears up badly', ({ scope }) => {
  scope.defer('close the pool', () => { throw new Error('pool is busy'); });
  expect(1).toBe(2);
});
test('only clears up badly', ({ scope }) => {
  scope.defer('close the pool', async () => { throw new Error('pool is busy'); });
  scope.defer('stop the server', () => {});
  scope.defer('drop the table', () => Promise.reject('no such table'));
});
`;

describe.each(DEFAULT_MODES)('a failed teardown under $runner', (setting) => {
  it('is told apart from the test, with all its steps and their lines', async () => {
    const load = isJest(setting)
      ? `const { expect, test } = require('@holdfast/jest');`
      : `import { expect, test } from '@holdfast/vitest';`;
    const result = await runProject(writeProject(setting, { 'teardown.test.js': load + body }));
    const [first, second] = result.report?.failures ?? [];
    expect(first, result.stdout + result.stderr).toMatchObject({
      title: ['fails, and clears up badly'],
      line: 4,
      attempts: [{ phase: 'test', errors: [{}, { code: 'HOLDFAST_TEARDOWN_FAILED' }] }],
    });
    expect(second).toMatchObject({
      title: ['only clears up badly'],
      line: 9,
      attempts: [{ phase: 'afterEach', errors: [{ code: 'HOLDFAST_TEARDOWN_FAILED' }] }],
    });
    const message = second?.attempts[0]?.errors[0]?.message;
    expect(message).toContain('2 of 3 steps failed; the others ran.');
    expect(message).toMatch(/drop the table: 'no such table'\s+close the pool: Error: pool is busy/);
    const steps = second?.evidence.filter(({ name }) => name === 'teardown.failed').map(({ data }) => data);
    expect(steps).toMatchObject([
      { step: 'drop the table', at: expect.stringMatching(/teardown\.test\.js:9:\d+$/) },
      { step: 'close the pool', at: expect.stringMatching(/teardown\.test\.js:7:\d+$/) },
    ]);
  });
});
