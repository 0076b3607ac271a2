// What reading a large JUnit file costs, beside a bare pass of saxes over the same file, in turn:
//   node bench/ingest.mjs [--tests 100000] [--rounds 5]
// The file has about 560 bytes a test, one test in fifty failed. CPU time and peak memory are those of whole processes.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { writeJUnit } from './ingest/write-junit.mjs';

const { values } = parseArgs({ options: { tests: { type: 'string' }, rounds: { type: 'string' } } });
const tests = Number(values.tests ?? 100_000);
const rounds = Number(values.rounds ?? 5);
const here = dirname(fileURLToPath(import.meta.url));
const file = join(here, 'work', `junit-${tests}.xml`);
mkdirSync(dirname(file), { recursive: true });
writeJUnit(file, tests);
console.log(`${tests} tests, ${(statSync(file).size / 1e6).toFixed(1)} MB`);

const triage = join(here, '../packages/cli/dist/holdfast.mjs');
const contenders = [
  { name: 'bare saxes', args: [join(here, 'ingest/bare-saxes.mjs'), file], runs: [] },
  { name: 'read into a sink that counts', args: [join(here, 'ingest/read-only.mjs'), file], runs: [] },
  { name: 'holdfast triage', args: [triage, 'triage', file], runs: [] },
];

const measure = join(here, 'measure-main.cjs');
const target = join(here, 'work/measure.json');
for (let round = 0; round < rounds; round += 1) {
  for (const { args, runs } of contenders) {
    const { status, stderr } = spawnSync(process.execPath, ['--require', measure, ...args], {
      env: { ...process.env, BENCH_MEASURE: target },
      encoding: 'utf8',
      maxBuffer: 1e9,
    });
    if (status !== 0 && status !== 1) throw new Error(stderr);
    runs.push(JSON.parse(readFileSync(target, 'utf8')));
  }
}

const median = (list) => [...list].sort((left, right) => left - right)[Math.floor(list.length / 2)];
const together = join(here, 'ingest/in-one-process.mjs');
const inTurn = spawnSync(process.execPath, [together, file, String(rounds)], { encoding: 'utf8' });
if (inTurn.status !== 0) throw new Error(inTurn.stderr);
const { bare, read } = JSON.parse(inTurn.stdout);
console.log(
  `in one process, in turn: bare saxes ${Math.round(median(bare))} ms of CPU, the reader ${Math.round(median(read))} ms: ${(median(read) / median(bare)).toFixed(2)} times`,
);

const base = median(contenders[0].runs.map(({ cpuMs }) => cpuMs));
for (const { name, runs } of contenders) {
  const cpuMs = median(runs.map((run) => run.cpuMs));
  const peakMb = Math.max(...runs.map((run) => run.peakMb));
  console.log(
    `${name.padEnd(30)} CPU ${Math.round(cpuMs)} ms, ${(cpuMs / base).toFixed(2)} times bare saxes; peak memory ${Math.round(peakMb)} MB`,
  );
}
