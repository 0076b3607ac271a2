import type { Failure } from '../src/failure.js';
import { createMask } from '../src/mask/create-mask.js';
import { computeReport } from '../src/report/compute-report.js';
import { folderPassRates } from '../src/report/pass-rates.js';
import type { Report, RunSummary } from '../src/report/report.js';
import { judgeFailures } from '../src/session/judge-failures.js';
import { resolveOptions } from '../src/settings/resolve-options.js';

export const RUN: RunSummary = {
  id: 'run-1',
  runner: { name: 'vitest', version: '4.1.12' },
  startedAt: '2026-11-21T03:00:00.000Z',
  durationMs: 83_000,
  environment: 'ci',
  ci: 'GitHub Actions',
  machine: {
    platform: 'linux',
    arch: 'x64',
    node: 'v20.20.2',
    cores: 2,
    memoryBytes: 8 * 2 ** 30,
    speed: 0.8,
    speedSource: 'cached',
    load: 1.8,
    loadSource: 'pressure',
    tier: 'low',
  },
  settings: {
    file: 'holdfast.config.ts',
    load: 'measured',
    timeMultiplier: 2,
    limits: { unit: 5_000, integration: 30_000, chaos: 60_000 },
    retryAttempts: 3,
    passRate: { target: 0.8, floor: 0.7 },
    poolSize: null,
    fitLimits: true,
  },
  interrupted: null,
};

/** The report of a run with these failures and as many passed tests. */
export const reportOf = (failures: readonly Failure[], passed = 10, gaps: readonly string[] = []): Report => {
  const { options } = resolveOptions({}, { rootDir: '/srv/app', environment: {} });
  const located = failures.map((failure, occurrence) => ({
    failure,
    occurrence,
    attemptsComplete: true,
    durationMs: 12,
  }));
  const judgement = judgeFailures(located, createMask({ environment: {} }), options, (_, action) => action());
  const failed = failures.filter(({ kind, flaky }) => kind === 'test' && !flaky).length;
  return computeReport({
    run: RUN,
    totals: {
      tests: { passed, failed, skipped: 1, todo: 0 },
      files: { passed: 1, failed: failed > 0 ? 1 : 0, skipped: 0 },
      failed: failures.some(({ flaky }) => !flaky),
    },
    incidents: judgement.incidents,
    failures: judgement.failures,
    folders: folderPassRates(new Map([['tests', { passed, failed }]])),
    areas: [],
    gaps,
  });
};
