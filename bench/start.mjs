// How long the command line takes to print its help, beside Node doing nothing, in turn: node bench/start.mjs [--rounds 20]
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const { values } = parseArgs({ options: { rounds: { type: 'string' } } });
const program = fileURLToPath(new URL('../packages/cli/dist/holdfast.mjs', import.meta.url));
const contenders = [
  { name: 'node, nothing', args: ['-e', ''], times: [] },
  { name: 'holdfast --help', args: [program, '--help'], times: [] },
  { name: 'holdfast triage --help', args: [program, 'triage', '--help'], times: [] },
];
for (let round = 0; round < Number(values.rounds ?? 20); round += 1) {
  for (const { args, times } of contenders) {
    const start = performance.now();
    const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
    if (status !== 0) throw new Error(stderr);
    times.push(performance.now() - start);
  }
}
for (const { name, times } of contenders) {
  times.sort((left, right) => left - right);
  const at = (share) => Math.round(times[Math.floor(share * (times.length - 1))]);
  console.log(`${name.padEnd(24)} median ${at(0.5)} ms, nine in ten within ${at(0.9)} ms`);
}
