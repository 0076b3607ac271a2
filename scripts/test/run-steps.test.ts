import { expect, it } from 'vitest';
import { runSteps } from '../check/run-steps.mjs';

const result = (name: string, failed = 0) => ({
  name,
  passed: 1 - failed,
  failed,
  output: '',
  durationMs: 0,
});

const play = async (steps: { name: string; after?: string[] }[], failing: string[] = [], places = 2) => {
  const started: string[] = [];
  let running = 0;
  let peak = 0;
  const results = await runSteps(steps, {
    places,
    done: () => undefined,
    run: async ({ name }) => {
      started.push(name);
      running += 1;
      peak = Math.max(peak, running);
      await new Promise((resolve) => setImmediate(resolve));
      running -= 1;
      return result(name, failing.includes(name) ? 1 : 0);
    },
  });
  return { started, peak, results };
};

it('starts in the order of the list, never more than there are places', async () => {
  const { started, peak } = await play([{ name: 'a' }, { name: 'b' }, { name: 'c' }]);
  expect(started).toEqual(['a', 'b', 'c']);
  expect(peak).toBe(2);
});

it('starts a step only after the ones it comes after', async () => {
  const { started } = await play([{ name: 'late', after: ['early'] }, { name: 'early' }]);
  expect(started).toEqual(['early', 'late']);
});

it('does not run what follows a failed step, and counts it as failed', async () => {
  const steps = [{ name: 'build' }, { name: 'pack', after: ['build'] }, { name: 'load', after: ['pack'] }];
  const { started, results } = await play(steps, ['build']);
  expect(started).toEqual(['build']);
  expect(results.map(({ name, failed, output }) => [name, failed, output])).toEqual([
    ['build', 1, ''],
    ['pack', 1, 'Not run, because build failed.'],
    ['load', 1, 'Not run, because pack failed.'],
  ]);
});

it('refuses steps that wait for each other', async () => {
  await expect(
    play([
      { name: 'a', after: ['b'] },
      { name: 'b', after: ['a'] },
    ]),
  ).rejects.toThrow('No step can start: a, b');
});
