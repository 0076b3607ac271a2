import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { monotonicNow } from '../src/clock.js';
import { watchMachine } from '../src/machine-sample.js';

const blockLoop = (ms: number): void => {
  const end = monotonicNow() + ms;
  while (monotonicNow() < end);
};

describe('a sample', () => {
  test('tells memory and processors in plausible figures', async () => {
    const sampler = watchMachine();
    onTestFinished(() => sampler.stop());
    const mark = sampler.mark();
    await wait(80);
    blockLoop(60);
    await wait(60);
    const facts = sampler.sample(mark);
    expect(facts?.residentBytes).toBeGreaterThan(1e6);
    expect(facts?.freeMemoryBytes).toBeGreaterThan(0);
    expect(facts?.loadPerCore).toBeGreaterThanOrEqual(0);
    for (const share of [facts?.cpuBusy, facts?.loopBusy]) {
      expect(share).toBeGreaterThan(0);
      expect(share).toBeLessThanOrEqual(1);
    }
    expect(facts?.openFiles).toBeGreaterThan(3);
  });

  test('tells how long the event loop was held up', async () => {
    const sampler = watchMachine();
    onTestFinished(() => sampler.stop());
    await wait(100);
    blockLoop(200);
    await wait(50);
    expect(sampler.sample(undefined)?.loopLagMs).toBeGreaterThanOrEqual(100);
  });

  test.each([
    ['also from the first moment of a file on', async () => await wait(50)],
    ['also where the loop has not gone on since', () => undefined],
  ])('tells it %s', async (_, goOn) => {
    const sampler = watchMachine();
    onTestFinished(() => sampler.stop());
    blockLoop(250);
    await goOn();
    expect(sampler.sample(undefined)?.loopLagMs).toBeGreaterThanOrEqual(100);
  });

  test('is shared by failures close together', () => {
    const sampler = watchMachine();
    onTestFinished(() => sampler.stop());
    const first = sampler.sample(undefined);
    expect(sampler.sample(undefined)).toBe(first);
  });

  test('is taken under fake timers, and after the file has ended', () => {
    vi.useFakeTimers();
    onTestFinished(() => {
      vi.useRealTimers();
    });
    const sampler = watchMachine();
    sampler.stop();
    expect(sampler.sample(sampler.mark())?.residentBytes).toBeGreaterThan(0);
  });
});
