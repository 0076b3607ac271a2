import { openScope, startLimit } from '@holdfast/fixtures/adapter';
import { expect, it } from 'vitest';
import { limitedMakings, limitMaking } from '../../src/test-function/limited-making.js';

type Make = (context: object, use: (value: unknown) => Promise<void>) => Promise<void>;

const never: Make = () => new Promise(() => {});
const quick: Make = async (_, use) => use('made');
const makeOf = (definitions: readonly unknown[]): Make => (definitions[0] as { made: Make }).made;
const use = async (): Promise<void> => {};

it('leaves what a fixture is read off from as it is', () => {
  const [{ made, plain, scoped }] = limitedMakings([
    { made: never, plain: 5, scoped: [quick, { scope: 'file' }] },
  ]) as [Record<string, unknown>];
  expect(String(made)).toBe(String(never));
  expect((made as Make).length).toBe(never.length);
  expect(plain).toBe(5);
  expect((scoped as unknown[])[1]).toEqual({ scope: 'file' });
  expect(String((scoped as unknown[])[0])).toBe(String(quick));
  expect(limitedMakings(['made', { scope: 'test' }, quick]).slice(0, 2)).toEqual(['made', { scope: 'test' }]);
});

it('cuts off what is never made by the limit of its test, and tells so once', async () => {
  const task = {};
  limitMaking(task, startLimit(openScope({ name: 'a test' }), 5));
  const making = makeOf(limitedMakings([{ made: never }]))({ task }, use);
  await expect(making).rejects.toThrow('Test timed out in 5ms.');
  // An attempt that follows begins without it.
  await makeOf(limitedMakings([{ made: quick }]))({ task }, use);
});

it('does not count what follows once a fixture is made, or where no limit runs', async () => {
  const task = {};
  let release = (): void => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const limit = startLimit(openScope({ name: 'a test' }), 5);
  limitMaking(task, limit);
  const making = makeOf(limitedMakings([{ made: quick }]))({ task }, () => held);
  await expect.poll(() => limit?.spentMs()).toBeGreaterThan(20);
  release();
  await expect(making).resolves.toBeUndefined();
  await makeOf(limitedMakings([{ made: quick }]))({}, use);
});
