// The gate: everything that must hold before a change is good. `node scripts/check.mjs --help` lists the steps.
import { parseArgs } from 'node:util';
import { formatResult } from './check/format-result.mjs';
import { runStep } from './check/run-step.mjs';
import { runSteps } from './check/run-steps.mjs';
import { selectSteps } from './check/select-steps.mjs';
import { steps } from './check/steps.mjs';

// Two long steps side by side use two cores well; more would only make each other's timings worse.
const places = 2;

const help = () =>
  [
    'Usage: node scripts/check.mjs [--only STEP,STEP]',
    '',
    'Steps (with --only, the steps that the named ones build on run too):',
    ...steps.map(({ name, about }) => `  ${name.padEnd(12)}${about}`),
  ].join('\n');

const check = async (names) => {
  const start = performance.now();
  const results = await runSteps(selectSteps(steps, names), {
    places,
    run: runStep,
    done: (result) => console.log(formatResult(result)),
  });
  const sum = (key) => results.reduce((total, result) => total + result[key], 0);
  if (sum('failed') > 0) process.exitCode = 1;
  console.log(`\n${results.length} steps in ${Math.round((performance.now() - start) / 1000)} s`);
  console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
};

try {
  const { values } = parseArgs({ options: { only: { type: 'string' }, help: { type: 'boolean' } } });
  if (values.help) console.log(help());
  else await check(values.only?.split(','));
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
