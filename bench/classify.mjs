// How many failures a second are classified, and what the first 1,000 of a process cost, whose code nothing has compiled yet:
// node bench/classify.mjs [--seconds N] [--processes N]
// The failures are made here: about 1 KB each (message and stack), of many causes, no two alike.
// A plain list of expressions, tried one by one, is measured in turn with it, so that a busy machine shows.
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundleClassifier } from '../scripts/accuracy/load-classifier.mjs';
import { makeFailures } from './classify/make-failures.mjs';
import { classifyOneByOne } from './classify/one-by-one.mjs';
import { figure } from './figure.mjs';

const seconds = figure('seconds', 6);
const processes = figure('processes', 9);
const count = 20_000;
const firstCount = 1_000;

const file = await bundleClassifier();
const { classify } = await import(pathToFileURL(file).href);
const failures = makeFailures(count);
const characters = failures.reduce((sum, { attempts }) => {
  const { message, stack } = attempts[0].errors[0];
  return sum + message.length + stack.length;
}, 0);

/** CPU milliseconds that the first failures of a fresh process cost. */
const first = () => {
  const program = join(import.meta.dirname, 'classify/first-failures.mjs');
  const input = JSON.stringify(failures.slice(0, firstCount));
  return Number(execFileSync(process.execPath, [program, file], { input, encoding: 'utf8' }));
};

const contenders = [
  { name: 'classify', judge: (failure) => classify(failure).category, rates: [] },
  { name: 'expressions one by one', judge: classifyOneByOne, rates: [] },
];

/** Failures judged per second of CPU time, and what they were judged. */
const round = (judge) => {
  const start = process.cpuUsage();
  const verdicts = new Map();
  for (const failure of failures) {
    const category = judge(failure);
    verdicts.set(category, (verdicts.get(category) ?? 0) + 1);
  }
  const { user, system } = process.cpuUsage(start);
  return { rate: (count / (user + system)) * 1e6, verdicts };
};

for (const { judge } of contenders) round(judge);
const end = performance.now() + seconds * 1000;
while (performance.now() < end || contenders[0].rates.length < 5) {
  for (const contender of contenders) {
    const { rate, verdicts } = round(contender.judge);
    contender.rates.push(rate);
    contender.verdicts = verdicts;
  }
}

console.log(`${count.toLocaleString('en')} failures of ${Math.round(characters / count)} characters`);
for (const { name, rates, verdicts } of contenders) {
  rates.sort((left, right) => left - right);
  const figure = (share) => Math.round(rates[Math.floor(share * (rates.length - 1))]).toLocaleString('en');
  console.log(`${name}: per second of CPU median ${figure(0.5)}, best ${figure(1)} (${rates.length} rounds)`);
  console.log(`  ${[...verdicts].map(([category, number]) => `${category} ${number}`).join(', ')}`);
}

const firsts = Array.from({ length: processes }, first).sort((left, right) => left - right);
const [best, median] = [0, processes >> 1].map((place) => firsts[place]?.toFixed(0));
console.log(
  `first ${firstCount.toLocaleString('en')} of a process: CPU median ${median} ms, best ${best} ms (${processes} processes)`,
);
