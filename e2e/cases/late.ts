import { type Case, row } from '../src/case.js';
import { isJest } from '../src/matrix.js';

const body = `
const later = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
describe('orders', () => {
  test('leaves work behind', ({ scope }) => {
    void (async () => {
      await later(150);
      throw new Error('the order was gone: ' + scope.name.length);
    })();
  });
  test('asks for nothing', () => {
    void (async () => {
      await later(150);
      throw new Error('the list was gone');
    })();
  });
  test('runs meanwhile', async ({ scope }) => {
    scope.defer('end', () => {});
    await later(600);
  });
});
`;

/** Work that fails when its test has ended, while another test runs: charged to the one that started it. */
export const late: Case = {
  name: 'late',
  files: {},
  jestFiles: { 'late.test.js': `const { describe, expect, test } = require('@holdfast/jest');\n${body}` },
  vitestFiles: { 'late.test.js': `import { describe, expect, test } from '@holdfast/vitest';\n${body}` },
  rows: (setting) =>
    ['leaves work behind', 'asks for nothing'].map((title) =>
      row('late.test.js', `orders > ${title}`, 'TEST_DESIGN/missing-await', {
        // Jest calls the test failed, and counts it so; Vitest tells the error beside the tests.
        kind: isJest(setting) ? 'test' : 'unhandled',
        phase: 'after-end',
      }),
    ),
};
