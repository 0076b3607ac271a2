import type { ErrorSnapshot, MachineFacts } from '@holdfast/journal';
import { CATEGORIES, CAUSES, PHASES } from '@holdfast/journal';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import schema from '../../schema/report.schema.json' with { type: 'json' };
import type { CorrectionNote, QuarantineNote } from '../../src/correction/known-note.js';
import type { Attempt, Evidence } from '../../src/failure.js';
import type { FailureHistory } from '../../src/history/failure-history.js';
import { renderJson } from '../../src/report/render-json.js';
import type {
  CategorySummary,
  Incident,
  MachineSummary,
  PassRate,
  Report,
  ReportFailure,
  RunSummary,
  SettingsSummary,
  SkipReason,
  StaleQuarantine,
  TimedOutPhase,
  Totals,
} from '../../src/report/report.js';
import type { EvidenceLine, Verdict } from '../../src/verdict.js';
import { failureOf } from '../failure.fixture.js';
import { reportOf } from '../report.fixture.js';

type Optional<T> = { [K in keyof T]-?: undefined extends T[K] ? K : never }[keyof T];
/** Every key of a type, true where it must be there: fails to compile when the type changes. */
type Keys<T> = { [K in keyof T]-?: K extends Optional<T> ? false : true };

const report: Keys<Report> = {
  format: true,
  version: true,
  run: true,
  totals: true,
  incidents: true,
  failures: true,
  folders: true,
  areas: true,
  categories: true,
  timeouts: true,
  leftBehind: false,
  skips: false,
  staleQuarantine: false,
  tests: false,
  gaps: true,
};
const run: Keys<RunSummary> = {
  id: true,
  runner: true,
  startedAt: true,
  durationMs: true,
  environment: true,
  ci: true,
  machine: true,
  settings: false,
  interrupted: true,
  shard: false,
  seed: false,
};
const machine: Keys<MachineSummary> = {
  platform: true,
  arch: true,
  node: true,
  cores: true,
  memoryBytes: true,
  speed: false,
  speedSource: false,
  load: false,
  loadSource: false,
  tier: false,
};
const settings: Keys<SettingsSummary> = {
  file: true,
  load: true,
  timeMultiplier: true,
  limits: true,
  retryAttempts: true,
  passRate: true,
  poolSize: true,
  fitLimits: true,
};
const totals: Keys<Totals> = {
  passed: true,
  failed: true,
  skipped: true,
  todo: true,
  tests: true,
  flaky: true,
  files: true,
  otherFailures: true,
  passRate: true,
};
const evidenceLine: Keys<EvidenceLine> = {
  rule: true,
  category: true,
  cause: true,
  weight: true,
  sentence: true,
};
const verdict: Keys<Verdict> = {
  category: true,
  cause: true,
  priority: true,
  standing: true,
  confidence: true,
  why: true,
  evidence: true,
  advice: true,
};
const error: Keys<ErrorSnapshot> = {
  name: false,
  code: false,
  message: true,
  stack: false,
  thrownValue: false,
  expected: false,
  actual: false,
  properties: false,
  cause: false,
  errors: false,
  truncated: false,
};
const machineFacts: Keys<MachineFacts> = {
  cpuBusy: false,
  loopLagMs: false,
  loopBusy: false,
  freeMemoryBytes: false,
  residentBytes: false,
  openFiles: false,
  loadPerCore: false,
};
const attempt: Keys<Attempt> = {
  number: true,
  status: true,
  errors: true,
  phase: true,
  durationMs: false,
  limitMs: false,
  machine: false,
};
const evidence: Keys<Evidence> = { name: true, data: true };
const failure: Keys<ReportFailure> = {
  id: true,
  kind: true,
  title: true,
  file: true,
  line: true,
  column: true,
  project: true,
  area: true,
  tags: true,
  flaky: true,
  durationMs: true,
  verdict: true,
  incident: true,
  fingerprint: true,
  attempts: true,
  attemptsComplete: true,
  evidence: true,
  machine: true,
  history: false,
  correction: false,
  quarantine: false,
};
const failureHistory: Keys<FailureHistory> = {
  runs: true,
  failed: true,
  passedOnRetry: true,
  sameFailure: true,
  firstSeen: true,
  lastSeen: true,
  knownFlaky: true,
};
const correction: Keys<CorrectionNote> = { because: true, by: true, on: true, was: true };
const quarantine: Keys<QuarantineNote> = { owner: true, because: true, until: true, expired: true };
const incident: Keys<Incident> = {
  id: true,
  category: true,
  cause: true,
  priority: true,
  standing: true,
  confidence: true,
  title: true,
  why: true,
  advice: true,
  evidence: true,
  failures: true,
  flaky: true,
};
const passRate: Keys<PassRate> = { name: true, passed: true, failed: true, rate: true };
const category: Keys<CategorySummary> = {
  category: true,
  description: true,
  failures: true,
  share: true,
  causes: true,
};
const skipReason: Keys<SkipReason> = { reason: true, tests: true };
const staleQuarantine: Keys<StaleQuarantine> = {
  test: true,
  state: true,
  owner: true,
  until: true,
  quietRuns: true,
};
const timeout: Keys<TimedOutPhase> = { failure: true, phase: true, durationMs: true, limitMs: true };

const types = {
  run,
  machine,
  settings,
  totals,
  evidenceLine,
  verdict,
  error,
  machineFacts,
  attempt,
  evidence,
  failure,
  failureHistory,
  correction,
  quarantine,
  incident,
  passRate,
  category,
  timeout,
  skipReason,
  staleQuarantine,
};

interface ObjectSchema {
  readonly properties: Readonly<Record<string, unknown>>;
  readonly required: readonly string[];
}

const keysOf = ({ properties, required }: ObjectSchema) =>
  Object.fromEntries(Object.keys(properties).map((key) => [key, required.includes(key)]));

const validate = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(schema);
const problems = (value: unknown) => (validate(value) ? [] : validate.errors);

describe('report.schema.json', () => {
  it('has the keys of the types, and asks for those that are always there', () => {
    expect(keysOf(schema as unknown as ObjectSchema)).toEqual(report);
    for (const [name, keys] of Object.entries(types)) {
      const definition = (schema.definitions as unknown as Record<string, ObjectSchema>)[name];
      expect({ name, keys: keysOf(definition as ObjectSchema) }).toEqual({ name, keys });
    }
  });

  it('knows every category, cause and phase', () => {
    expect(schema.definitions.categoryName.enum).toEqual(CATEGORIES);
    expect(schema.definitions.causeName.enum).toEqual(Object.values(CAUSES).flat());
    expect(schema.definitions.phase.enum).toEqual(PHASES);
  });

  it('holds for reports with and without failures, as they are written', () => {
    const rich = failureOf(
      {
        name: 'AggregateError',
        code: 'ECONNREFUSED',
        message: 'x',
        stack: 'y',
        thrownValue: true,
        expected: '1',
        actual: '2',
        properties: { a: [1] },
        cause: { message: 'c' },
        errors: [{ message: 'e' }],
        truncated: true,
      },
      { project: 'web', tags: ['@slow'], evidence: [{ name: 'pool.checkout', data: { waiting: 3 } }] },
    );
    const timed = failureOf('', {
      attempts: [
        {
          number: 1,
          status: 'failed',
          phase: 'afterEach',
          durationMs: 5_000,
          limitMs: 5_000,
          errors: [],
          machine: { cpuBusy: 1 },
        },
        { number: 2, status: 'passed', phase: 'test', errors: [] },
      ],
      flaky: true,
    });
    const loose = failureOf('Cannot find module', { kind: 'file', title: [] });
    const told = {
      ...reportOf([]),
      skips: [{ reason: 'no docker', tests: 2 }],
      staleQuarantine: [
        { test: 'a', state: 'fixed' as const, owner: 'Ada', until: '2026-12-24', quietRuns: null },
      ],
    };
    for (const one of [reportOf([]), told, reportOf([rich, timed, loose], 0, ['a gap'])]) {
      expect(problems(JSON.parse(renderJson(one)))).toEqual([]);
    }
  });

  it('refuses what is no report', () => {
    const good = JSON.parse(renderJson(reportOf([failureOf('x')])));
    expect(problems({ ...good, version: 2 })).toHaveLength(1);
    expect(problems({ ...good, extra: 1 })).toHaveLength(1);
    expect(problems({ ...good, incidents: [{ ...good.incidents[0], priority: 'urgent' }] })).toHaveLength(1);
    const { totals: _, ...rest } = good;
    expect(problems(rest)).toHaveLength(1);
  });
});

describe('renderJson', () => {
  it('reads back as the report, one line for each failure', () => {
    const whole = reportOf([failureOf('a\nb'), failureOf('c')]);
    const text = renderJson(whole);
    expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(whole)));
    expect(text.split('\n').filter((line) => line.startsWith('{"id":"f-'))).toHaveLength(2);
  });
});
