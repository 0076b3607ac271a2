import type { RepeatedRun } from '@holdfast/triage/analysis';
import { defineCommand } from '../command.js';
import { EXIT_CODE } from '../exit-code.js';
import { InputError } from '../input-error.js';
import { DEFAULT_REPORT, HISTORY_OPTION } from '../project-options.js';

const RUNS = 10;
const MOST_SEED = 2 ** 31;

export const repeat = defineCommand({
  name: 'repeat',
  summary: 'Run a test command several times, and say which tests flip, how often and why',
  description:
    'The code is the same in every run, so a test that both passes and fails is flaky. The bar for a fix is more than ' +
    '95 % of 10 runs; the result says what the sample shows and what it does not. Stops early when further runs would ' +
    "not change the answer. Reads the report that Holdfast's reporter leaves, or what another tool writes (--report): JUnit XML, CTRF, TAP.",
  arguments: [{ name: 'COMMAND', summary: 'the test command, after --', variadic: true }],
  options: {
    runs: {
      kind: 'number',
      value: 'N',
      short: 'n',
      min: 1,
      max: 10_000,
      whole: true,
      summary: `how often (default: ${RUNS})`,
    },
    bar: {
      kind: 'number',
      value: 'SHARE',
      min: 0,
      max: 0.9999,
      summary: 'share of green runs to be above (default: 0.95)',
    },
    all: { kind: 'flag', summary: 'make all runs, also when the answer is sure' },
    shuffle: {
      kind: 'flag',
      summary: 'another order of tests in each run; {seed} in the command is the seed',
    },
    seed: {
      kind: 'number',
      value: 'N',
      min: 0,
      whole: true,
      summary: 'seed of the first run; the next ones count up',
    },
    load: {
      kind: 'number',
      value: 'N',
      min: 1,
      max: 256,
      whole: true,
      summary: 'keep N processors busy meanwhile',
    },
    report: {
      kind: 'text',
      value: 'FILE',
      summary: `report that the command leaves (default: ${DEFAULT_REPORT})`,
    },
    history: HISTORY_OPTION,
  },
  examples: [
    { command: 'holdfast repeat -n 10 -- npx vitest run test/orders.test.ts', says: 'Prove a fix:' },
    {
      command: 'holdfast repeat -n 30 --shuffle --load 4 -- npx jest test/orders',
      says: 'Find a flaky test in other orders and under load:',
    },
    {
      command:
        'holdfast repeat --shuffle --report out.xml -- pytest --randomly-seed={seed} --junitxml=out.xml',
      says: 'Any other tool:',
    },
  ],
  exitCodes: {
    0: 'more runs were green than the bar asks for, and no test flipped',
    1: 'a test flipped, or the bar is not met',
    3: 'interrupted before the answer was sure',
  },
  async run({ arguments: command, options, json }, context) {
    if (command.length === 0) throw new InputError('say what to run, after --');
    const [
      analysis,
      { resolve },
      { runCommand },
      { withSeed },
      { createReportWatch },
      { openHistory },
      { randomInt },
    ] = await Promise.all([
      import('@holdfast/triage/analysis'),
      import('node:path'),
      import('../process/run-command.js'),
      import('../project/with-seed.js'),
      import('../project/report-of-run.js'),
      import('../project/open-history.js'),
      import('node:crypto'),
    ]);
    const { isGreen, isSure, judgeRepetition, renderRepetition, REPETITION_VARIABLE } = analysis;
    const { cwd, env, stderr, errorScreen, screen } = context;
    const most = options.runs ?? RUNS;
    const firstSeed = options.seed ?? randomInt(MOST_SEED - most);
    const watch = createReportWatch(
      resolve(cwd, options.report ?? DEFAULT_REPORT),
      cwd,
      openHistory(options.history, cwd),
    );
    const repetition = `${Date.now().toString(36)}${randomInt(MOST_SEED).toString(36)}`;
    const [{ keepBusy }, { watchInterruption }] = await Promise.all([
      import('../process/busy-processors.js'),
      import('../process/interruption.js'),
    ]);
    const interruption = watchInterruption();
    const { signal } = interruption;
    const relax = keepBusy(options.load ?? 0);
    const runs: RepeatedRun[] = [];
    const seeds: number[] = [];
    const unread: string[] = [];
    let isEarly = false;
    try {
      while (runs.length < most && !signal.aborted) {
        const seed = firstSeed + runs.length;
        const words = options.shuffle ? withSeed(command, seed) : command;
        if (errorScreen.isTTY) stderr.write(`\r\u001B[Krun ${runs.length + 1} of ${most} …`);
        const ended = await runCommand(words, {
          cwd,
          env: { ...env, [REPETITION_VARIABLE]: repetition },
          signal,
        }).catch((error: unknown) => {
          throw new InputError(
            `${words[0]} could not be started: ${String((error as { message?: unknown }).message)}`,
          );
        });
        if (signal.aborted) break;
        const { view, problem } = await watch.take();
        const run: RepeatedRun = {
          number: runs.length + 1,
          exitCode: ended.exitCode,
          durationMs: ended.durationMs,
          ...(view === undefined ? {} : { view }),
        };
        runs.push(run);
        seeds.push(seed);
        const failed = view === undefined ? '' : `, ${view.totals.failed} failed`;
        const word = isGreen(run) ? 'green' : `red (${ended.exitCode ?? ended.signal}${failed})`;
        stderr.write(
          `${errorScreen.isTTY ? '\r\u001B[K' : ''}run ${runs.length} of ${most}: ${word}, ${(ended.durationMs / 1_000).toFixed(1)} s${options.shuffle ? `, seed ${seed}` : ''}\n`,
        );
        if (problem !== undefined) unread.push(`The report of run ${runs.length} ${problem}`);
        if (runs.length === 1 && ended.exitCode !== 0 && view === undefined) stderr.write(ended.output);
        isEarly = !options.all && runs.length < most && isSure(runs, options.bar);
        if (isEarly) break;
      }
    } finally {
      interruption.end();
      await relax();
    }
    const result = judgeRepetition(runs, options.bar);
    const isRed = !result.meetsBar || result.tests.some(({ isFlaky }) => isFlaky);
    const notes = [
      ...unread,
      ...(signal.aborted ? [`Interrupted after ${runs.length} of ${most} runs.`] : []),
      ...(isEarly
        ? [
            `Stopped after ${runs.length} of ${most} runs: more would not change the answer (--all makes them all).`,
          ]
        : []),
    ];
    const exitCode =
      runs.length === 0 || (signal.aborted && !isRed)
        ? EXIT_CODE.undecided
        : isRed
          ? EXIT_CODE.found
          : EXIT_CODE.ok;
    return {
      exitCode,
      text: json ? '' : renderRepetition(result, screen, notes),
      json: {
        ...result,
        stoppedEarly: isEarly,
        interrupted: signal.aborted,
        each: runs.map(({ view, ...run }, index) => ({
          ...run,
          run: view?.id ?? null,
          ...(options.shuffle ? { seed: seeds[index] } : {}),
        })),
      },
    };
  },
});
