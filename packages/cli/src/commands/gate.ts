import { defineCommand } from '../command.js';
import { EXIT_CODE } from '../exit-code.js';
import { HISTORY_OPTION, REPORT_OPTION } from '../project-options.js';

const EXIT_CODES = { green: EXIT_CODE.ok, red: EXIT_CODE.found, 'cannot-tell': EXIT_CODE.undecided } as const;

export const gate = defineCommand({
  name: 'gate',
  summary: 'Decide by rules whether a run is good enough: pass rates, flaky share, new bugs, duration',
  description:
    "Pass-rate target and floor are those of the report's environment (holdfast.config, environments); folders, flaky " +
    'share, new bugs, duration and incidents by category are under "gate" there. Each rule is told with its figure. No ' +
    'verdict takes a failure off the count: excuses are listed.',
  options: {
    report: REPORT_OPTION,
    history: HISTORY_OPTION,
    target: {
      kind: 'number',
      value: 'SHARE',
      min: 0,
      max: 1,
      summary: 'pass rate to aim at, instead of the settings',
    },
    floor: {
      kind: 'number',
      value: 'SHARE',
      min: 0,
      max: 1,
      summary: 'least acceptable pass rate, instead of the settings',
    },
    environment: {
      kind: 'text',
      value: 'NAME',
      summary: 'environment whose bar holds (default: that of the report)',
    },
  },
  examples: [
    { command: 'npx vitest run || true; holdfast gate', says: 'After a run, instead of its own exit code:' },
    { command: 'holdfast gate --target 1 --floor 1', says: 'Nothing may fail:' },
  ],
  exitCodes: {
    0: 'every rule is met, or acceptable: between floor and target',
    1: 'a rule is missed',
    3: 'cannot tell yet: too few tests, or the run was cut short',
  },
  async run({ options, json }, { cwd, screen }) {
    const [analysis, { loadReport }, { openHistory }, { gateSettings }, { today }] = await Promise.all([
      import('@holdfast/triage/analysis'),
      import('../project/load-report.js'),
      import('../project/open-history.js'),
      import('../project/gate-settings.js'),
      import('../project/change-known.js'),
    ]);
    const { judgeGate, readKnownFile, renderGate, summariseTests, viewOfRun, withQuarantine } = analysis;
    const report = await loadReport(options.report, cwd);
    const { passRate, settings, notes } = await gateSettings(
      cwd,
      options.environment ?? report.run.environment,
      options,
    );
    const history = openHistory(options.history, cwd).read();
    const { environment, id } = report.run;
    const runs = history.runs.filter((run) => run.environment === environment);
    const kept = runs.find((run) => run.id === id);
    const { known, problems } = readKnownFile(cwd);
    const result = judgeGate({
      report: withQuarantine(report, known, today()),
      passRate,
      settings,
      known,
      summaries: summariseTests({ ...history, runs }),
      view: kept === undefined ? undefined : viewOfRun(kept, history),
    });
    const told = [...notes, ...problems];
    return {
      exitCode: EXIT_CODES[result.status],
      text: json ? '' : renderGate(result, screen, told),
      json: { ...result, notes: told },
    };
  },
});
