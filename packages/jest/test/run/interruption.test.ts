import { expect, test } from 'vitest';
import { interruptionOf } from '../../src/run/interruption.js';
import { recordedRun } from '../recorded-run.js';

const { totals } = recordedRun('jest-29.7.0-processes');
const config = { rootDir: '/project' };
const unfinished = { ...totals, numTotalTestSuites: totals.numTotalTestSuites + 1 };

test('a run that ended by itself was not interrupted', () => {
  expect(interruptionOf(config, totals)).toBeUndefined();
  expect(interruptionOf({ ...config, bail: 1 }, totals)).toBeUndefined();
});

test('bail is told by the files that are missing', () => {
  expect(interruptionOf({ ...config, bail: 1 }, unfinished)).toBe('bail');
  expect(interruptionOf({ ...config, bail: 100 }, unfinished)).toBeUndefined();
});

test('a signal goes before everything else', () => {
  expect(interruptionOf({ ...config, bail: 1 }, unfinished, { signal: 'SIGINT', exitCode: 1 })).toBe(
    'signal',
  );
  expect(interruptionOf(config, unfinished, { exitCode: 0 })).toBe('other');
});

test('watch mode interrupts runs', () => {
  expect(interruptionOf({ ...config, watch: true }, { ...totals, wasInterrupted: true })).toBe('watch');
});
