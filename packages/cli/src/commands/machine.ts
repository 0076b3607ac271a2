import { defineCommand } from '../command.js';
import { EXIT_CODE } from '../exit-code.js';

/** Load and iterations are shown for so many. */
const AMOUNT = 100;

const COLUMNS = [
  { head: 'limit' },
  { head: 'asked', align: 'right' },
  { head: 'here', align: 'right' },
  { head: 'because of' },
] as const;

const SPEED_SOURCES = { measured: 'measured just now', cached: 'measured earlier in this boot' } as const;
const LOAD_SOURCES = {
  pressure: "by the kernel's pressure figures",
  'run-queue': 'by the run queue',
  scheduler: 'by what this process waited for a processor',
  unknown: 'not measured',
} as const;

export const machine = defineCommand({
  name: 'machine',
  summary: 'Print what this machine can do, and what time limits and loads become on it',
  description:
    'Measures the machine as the reporters do at the start of a run, reads the settings of the project in the current ' +
    'folder and the HOLDFAST_ variables, and prints the budgets that tests would get now.',
  options: {
    environment: { kind: 'text', value: 'NAME', summary: 'as if the tests ran in this environment' },
  },
  examples: [
    { command: 'holdfast machine', says: 'This machine, with the settings of this project:' },
    { command: 'holdfast machine --environment ci', says: 'With those of another environment:' },
    { command: 'holdfast machine --json | jq .machine.tier', says: 'For another program:' },
  ],
  exitCodes: { 2: 'the settings have a mistake; what is right of them counts' },
  async run({ options }, { cwd, env, stderr, screen }) {
    const [
      { prepareRun },
      { describeProfile, fittedBudgets },
      { FILE_OPTION_NAMES },
      { textTable },
      { relative },
    ] = await Promise.all([
      import('@holdfast/adaptive/settings'),
      import('@holdfast/adaptive/machine'),
      import('@holdfast/triage'),
      import('@holdfast/triage/terminal'),
      import('node:path'),
    ]);
    const { environment } = options;
    const prepared = await prepareRun({
      directory: cwd,
      otherKeys: FILE_OPTION_NAMES,
      variables: environment === undefined ? env : { ...env, HOLDFAST_ENVIRONMENT: environment },
    });
    const { machine: profile, settings, file, problems } = prepared;
    for (const problem of problems) stderr.write(`error: ${problem}\n`);
    const budgets = fittedBudgets(profile, settings, AMOUNT);
    const { limits, load, iterations } = budgets;
    const rows = [
      ...Object.entries(limits).map(([kind, { askedMs, limitMs, reason = '' }]) => [
        kind,
        `${askedMs} ms`,
        `${limitMs} ms`,
        reason,
      ]),
      ...(
        [
          ['load', load],
          ['iterations', iterations],
        ] as const
      ).map(([name, { asked, amount, reason = '' }]) => [name, String(asked), String(amount), reason]),
      [
        'pool',
        'any size',
        settings.poolSize === null ? 'as asked' : String(settings.poolSize),
        settings.poolSize === null ? '' : 'settings',
      ],
    ];
    const text = [
      describeProfile(profile),
      `  speed: 1 is the reference machine; ${SPEED_SOURCES[profile.speedSource]}`,
      `  load: how many times longer work takes now than on an idle machine; ${LOAD_SOURCES[profile.loadSource]}`,
      '',
      `environment ${settings.environment}, ${file === undefined ? 'no settings file' : relative(cwd, file)}`,
      '',
      ...textTable(COLUMNS, rows, screen.width),
      '',
      `retry: ${settings.retryAttempts} attempts at most`,
      `pass rate: ${settings.passRate.target} aimed at, ${settings.passRate.floor} at least`,
      `the runner's own default limits: ${settings.fitLimits ? 'fitted as the limits above' : 'left alone (fitLimits is off)'}`,
    ].join('\n');
    return {
      exitCode: problems.length > 0 ? EXIT_CODE.input : EXIT_CODE.ok,
      text,
      json: { machine: profile, settings, settingsFile: file ?? null, budgets, problems },
    };
  },
});
