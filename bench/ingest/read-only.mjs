// Reading without judging.
import { createRequire } from 'node:module';

const require = createRequire(new URL('../../packages/cli/package.json', import.meta.url));
const { findLogs, readLog } = require('@holdfast/triage/logs');
const { sources } = await findLogs([process.argv[2]], process.cwd(), process.stdin);
const counts = {};
const sink = {
  tool() {},
  test({ status }) {
    counts[status] = (counts[status] ?? 0) + 1;
  },
  unnamed() {},
  time() {},
  declared() {},
  note() {},
  problem(problem) {
    throw new Error(problem.reason);
  },
};
await readLog(sources[0], sink);
console.log(JSON.stringify(counts));
