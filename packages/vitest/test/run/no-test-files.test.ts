import { expect, it } from 'vitest';
import { noTestFiles } from '../../src/run/no-test-files.js';

const empty = { expectedFiles: 0, reason: 'failed', isWatching: false };

it('says why a run without files is red', () => {
  expect(noTestFiles(empty)).toMatchObject({
    kind: 'run',
    error: { message: expect.stringContaining('No test files found') },
  });
});

it.each([
  ['that may be empty', { reason: 'passed' }],
  ['with files', { expectedFiles: 1 }],
  ['of watch mode, which goes on', { isWatching: true }],
])('has nothing to say of a run %s', (_, change) => {
  expect(noTestFiles({ ...empty, ...change })).toBeUndefined();
});
