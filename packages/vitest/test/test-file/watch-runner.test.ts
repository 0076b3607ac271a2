import { expect, test } from 'vitest';
import { type RunnerPrototype, type RunnerWatcher, watchRunner } from '../../src/test-file/watch-runner.js';

const watcherOf = (told: string[], name: string): RunnerWatcher => ({
  fileOpened: () => told.push(`${name} opened`),
  fileStarted: () => told.push(`${name} file`),
  attemptStarted: () => told.push(`${name} attempt`),
  bodyEnded: () => told.push(`${name} body`),
  suiteEnded: () => told.push(`${name} suite`),
  fileEnded: () => told.push(`${name} end`),
});

const prototypeOf = (told: string[]): RunnerPrototype => ({
  onBeforeTryTask: () => told.push('own'),
});

test('tells the watcher, then does and gives what the runner did', () => {
  const told: string[] = [];
  const prototype = prototypeOf(told);
  watchRunner(prototype, watcherOf(told, 'first'));
  expect(prototype.onBeforeTryTask?.call({})).toBe(2);
  expect(prototype.onTaskFinished?.call({})).toBeUndefined();
  expect(told).toEqual(['first attempt', 'own', 'first body']);
});

test('the last watcher replaces those before', () => {
  const told: string[] = [];
  const prototype = prototypeOf([]);
  watchRunner(prototype, watcherOf(told, 'first'));
  watchRunner(prototype, watcherOf(told, 'second'));
  prototype.onBeforeTryTask?.call({});
  expect(told).toEqual(['second attempt']);
});

test('a watcher that throws goes unnoticed', () => {
  const prototype = prototypeOf([]);
  watchRunner(prototype, {
    ...watcherOf([], 'x'),
    attemptStarted: () => {
      throw new Error('inner');
    },
  });
  expect(prototype.onBeforeTryTask?.call({})).toBe(1);
});
