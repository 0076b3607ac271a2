import { expect, it, vi } from 'vitest';
import { watchTearDown } from '../../src/run/tear-down.js';

class Project {
  readonly #tearDown: () => Promise<void>;
  constructor(tearDown: () => Promise<void>) {
    this.#tearDown = tearDown;
  }
  _teardownGlobalSetup(): Promise<void> {
    return this.#tearDown();
  }
}

it('hears of a tear-down that fails, once, and lets it fail', async () => {
  const refused = new Error('refused');
  const project = new Project(() => Promise.reject(refused));
  const onError = vi.fn();
  const stop = watchTearDown([project, project, undefined, {}], onError);
  await expect(project._teardownGlobalSetup()).rejects.toBe(refused);
  expect(onError.mock.calls).toEqual([[refused]]);
  stop();
  await expect(project._teardownGlobalSetup()).rejects.toBe(refused);
  expect(onError).toHaveBeenCalledTimes(1);
  expect(Object.hasOwn(project, '_teardownGlobalSetup')).toBe(false);
});

it('says nothing of one that comes to its end', async () => {
  const onError = vi.fn();
  const project = new Project(() => Promise.resolve());
  watchTearDown([project], onError);
  await project._teardownGlobalSetup();
  expect(onError).not.toHaveBeenCalled();
});
