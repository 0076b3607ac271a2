import { describe, expect, test } from 'vitest';
import { crashed } from '../cases/crashed.js';
import { fixtures } from '../cases/fixtures.js';
import { gallery } from '../cases/gallery.js';
import { late } from '../cases/late.js';
import { limits } from '../cases/limits.js';
import { pools } from '../cases/pools.js';
import { retried } from '../cases/retried.js';
import type { Case } from '../src/case.js';
import { FULL_MATRIX, isJest } from '../src/matrix.js';
import { writeProject } from '../src/project.js';
import { rowsOf } from '../src/row.js';
import { type RunResult, runProject } from '../src/run-project.js';

const sorted = (rows: ReturnType<typeof rowsOf>) =>
  [...rows].sort((a, b) => `${a.file} ${a.title} ${a.kind}`.localeCompare(`${b.file} ${b.title} ${b.kind}`));

const expectAgreement = ({ report, runnerJson, exitCode }: RunResult): void => {
  expect(report?.totals).toMatchObject({
    tests: runnerJson?.numTotalTests,
    passed: runnerJson?.numPassedTests,
    failed: runnerJson?.numFailedTests,
  });
  const red = report?.failures.some((failure) => !failure.flaky);
  expect(exitCode).toBe(red ? 1 : 0);
};

const cases: readonly Case[] = [gallery, retried, crashed, fixtures, late, limits, pools];

for (const setting of FULL_MATRIX) {
  describe(`${setting.runner} with ${setting.mode}`, () => {
    for (const one of cases.filter(({ impossible }) => impossible?.(setting) === undefined)) {
      test(`${one.name}: every failure has its row and the totals agree`, async () => {
        const files = { ...one.files, ...(isJest(setting) ? one.jestFiles : one.vitestFiles) };
        const result = await runProject(writeProject(setting, files, one.config));
        expect(result.report, result.stdout + result.stderr).toBeDefined();
        if (result.report === undefined) return;
        expect(sorted(rowsOf(result.report))).toEqual(sorted([...one.rows(setting)]));
        if (one.runnerFalls?.(setting) === undefined) expectAgreement(result);
        else expect(result).toMatchObject({ runnerJson: undefined, exitCode: 1 });
      });
    }
  });
}
