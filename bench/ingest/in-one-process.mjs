// A bare pass of saxes and the reader in turn, in one process: CPU milliseconds of each round, as JSON.
import { createReadStream } from 'node:fs';
import { createRequire } from 'node:module';

const [file, rounds] = process.argv.slice(2);
const require = createRequire(new URL('../../packages/cli/package.json', import.meta.url));
const { findLogs, readLog } = require('@holdfast/triage/logs');
const { SaxesParser } = createRequire(new URL('../../packages/triage/package.json', import.meta.url))(
  'saxes',
);

const bare = async () => {
  const parser = new SaxesParser();
  let cases = 0;
  parser.on('opentag', ({ name }) => {
    if (name === 'testcase') cases += 1;
  });
  for await (const piece of createReadStream(file, { encoding: 'utf8', highWaterMark: 128 * 1024 })) {
    parser.write(piece);
  }
  parser.close();
  return cases;
};

const read = async () => {
  const { sources } = await findLogs([file], process.cwd(), process.stdin);
  let cases = 0;
  const nothing = () => {};
  const test = () => {
    cases += 1;
  };
  const sink = {
    tool: nothing,
    test,
    unnamed: nothing,
    time: nothing,
    declared: nothing,
    note: nothing,
    problem: nothing,
  };
  await readLog(sources[0], sink);
  return cases;
};

const contenders = [
  { name: 'bare', run: bare, cpuMs: [] },
  { name: 'read', run: read, cpuMs: [] },
];
const counts = new Set();
for (let round = 0; round <= Number(rounds); round += 1) {
  for (const { run, cpuMs } of contenders) {
    const start = process.cpuUsage();
    counts.add(await run());
    const { user, system } = process.cpuUsage(start);
    // The first round is for the compiler.
    if (round > 0) cpuMs.push((user + system) / 1000);
  }
}
if (counts.size !== 1) throw new Error(`they counted ${[...counts].join(' and ')} tests`);
console.log(JSON.stringify(Object.fromEntries(contenders.map(({ name, cpuMs }) => [name, cpuMs]))));
