import { type Case, row } from '../src/case.js';

const before = `test('passes before', () => {});\n`;
const after = `test('never has its turn', () => {});\n`;

/** Workers that end in the middle of a test: the journal knows in which. */
export const crashed: Case = {
  name: 'crashed',
  isPlain: true,
  impossible: ({ mode, runner }) => {
    if (mode === 'in-band') return 'the test runs in the runner itself, which dies with it';
    if (mode === 'worker-threads' || mode === 'threads' || mode === 'vmThreads') {
      return `a signal to a thread kills the whole process of ${runner}`;
    }
    return undefined;
  },
  runnerFalls: ({ runner }) =>
    runner === 'vitest-3' ? 'it exits over an unhandled rejection of its own' : undefined,
  files: {
    'killed.test.js': `${before}
test('is killed', async () => {
  process.kill(process.pid, 'SIGKILL');
  await new Promise((resolve) => setTimeout(resolve, 5000));
});
${after}`,
    'neighbour.test.js': `test('is not harmed', () => {});\n`,
    'other-neighbour.test.js': `test('is not harmed either', () => {});\n`,
  },
  rows: () => [
    row('killed.test.js', 'is killed', 'ENVIRONMENT/worker-crash', { kind: 'worker', phase: 'worker' }),
  ],
};
