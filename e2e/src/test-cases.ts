import { describe, expect, test } from 'vitest';
import { crashed } from '../cases/crashed.js';
import { fixtures } from '../cases/fixtures.js';
import { gallery } from '../cases/gallery.js';
import { late } from '../cases/late.js';
import { limits } from '../cases/limits.js';
import { pools } from '../cases/pools.js';
import { retried } from '../cases/retried.js';
import type { Case } from './case.js';
import { DEFAULT_MODES, FULL_MATRIX, isJest, type RunnerId } from './matrix.js';
import { writeProject } from './project.js';
import { rowsOf } from './row.js';
import { type RunResult, runProject } from './run-project.js';
import { toldByRunner } from './told-by-runner.js';

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

/** Tests that run every case under a runner, with every kind of worker. */
export const testCases = (runner: RunnerId): void => {
  for (const setting of FULL_MATRIX.filter((one) => one.runner === runner)) {
    describe(`${runner} with ${setting.mode}`, () => {
      for (const one of cases.filter(({ impossible }) => impossible?.(setting) === undefined)) {
        const files = { ...one.files, ...(isJest(setting) ? one.jestFiles : one.vitestFiles) };
        const falls = one.runnerFalls?.(setting) !== undefined;
        let watched: Promise<RunResult> | undefined;
        const watch = (): Promise<RunResult> => {
          watched ??= runProject(writeProject(setting, files, one.config));
          return watched;
        };

        test(`${one.name}: every failure has its row and the totals agree`, async () => {
          const result = await watch();
          expect(result.report, result.stdout + result.stderr).toBeDefined();
          if (result.report === undefined) return;
          expect(sorted(rowsOf(result.report))).toEqual(sorted([...one.rows(setting)]));
          if (falls) expect(result).toMatchObject({ runnerJson: undefined, exitCode: 1 });
          else expectAgreement(result);
        });

        if (!one.isPlain || !DEFAULT_MODES.includes(setting) || falls) continue;
        test(`${one.name}: the runner says and does what it says and does without Holdfast`, async () => {
          const alone = await runProject(
            writeProject(setting, files, { ...one.config, withoutHoldfast: true }),
          );
          const result = await watch();
          expect(alone.report).toBeUndefined();
          expect(alone.runnerJson?.numTotalTests, alone.stdout + alone.stderr).toBeGreaterThan(1);
          expect(toldByRunner(result)).toEqual(toldByRunner(alone));
          expect([result.exitCode, result.signal]).toEqual([alone.exitCode, alone.signal]);
        });
      }
    });
  }
};
