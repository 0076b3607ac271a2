// Runs the example's suite under Vitest and Jest and shows what Holdfast makes of it. Succeeds when both runs
// are red, as they must be, and every verdict is the one that is known to be right.
import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { closingTable } from './demo/closing-table.mjs';
import { compareVerdicts } from './demo/compare-verdicts.mjs';
import { installExample } from './demo/install-example.mjs';
import { progressLine } from './demo/progress-line.mjs';
import { runProblems } from './demo/run-problems.mjs';
import { runSuite } from './demo/run-suite.mjs';
import { root } from './workspace/root.mjs';

const example = join(root, 'examples/orders');
const { NO_COLOR, FORCE_COLOR } = process.env;
const colour = !NO_COLOR && (Boolean(FORCE_COLOR) || process.stdout.isTTY === true);
const bold = (text) => (colour ? `\x1b[1m${text}\x1b[22m` : text);
const fromHere = (path) => relative(process.cwd(), path) || '.';

const show = async (runner) => {
  console.log(`\n${bold(`The order service's suite under ${runner}`)} (it takes about 15 s)`);
  const progress = progressLine(process.stdout);
  const onFile = (count) => progress.show(`  ${count} test files have ended`);
  const run = await runSuite(runner, { colour, onFile });
  progress.clear();
  console.log(`${run.summary ?? 'No summary was printed.'}\n`);
  console.log(`All that ${runner} printed: ${fromHere(run.log)}`);
  return run;
};

const demonstrate = async () => {
  const start = performance.now();
  const expected = JSON.parse(readFileSync(join(example, 'expected-verdicts.json'), 'utf8'));
  console.log('Installing the packed packages into examples/orders ...');
  installExample(example);
  const runs = [await show('vitest'), await show('jest')];

  const problems = runs.flatMap(runProblems);
  const rowsOf = ({ runner, report }) => ({ runner, rows: report.failures });
  const differences = runs.every(({ report }) => report) ? compareVerdicts(expected, runs.map(rowsOf)) : [];
  const causes = new Set(expected.map(({ cause }) => cause));

  console.log(`\n${bold('Both runs')}\n${closingTable(runs)}\n`);
  for (const { runner, reports } of runs) console.log(`Reports of ${runner}: ${fromHere(reports)}`);
  console.log(`What is known of the suite: ${fromHere(join(example, 'expected-verdicts.json'))}`);
  const seconds = Math.round((performance.now() - start) / 1000);
  const all = [...problems, ...differences];
  if (all.length === 0) {
    const beyondOneRun = expected.filter(({ oneRun }) => oneRun).length;
    console.log(
      `\n${bold('As it should be')} (${seconds} s): ${expected.length} known failures with ${causes.size} causes, ` +
        `the same verdicts in both runners. ${expected.length - beyondOneRun} are right; of ${beyondOneRun} ` +
        'one run cannot know the cause, and the verdict leaves it open.',
    );
  } else {
    console.log(`\n${bold(`Not as it should be: ${all.length} differences`)} (${seconds} s)`);
    for (const difference of all) console.log(`- ${difference}`);
    process.exitCode = 1;
  }
};

try {
  await demonstrate();
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
