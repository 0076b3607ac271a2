import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { judgeOverload } from '../../src/monitor/judge-overload.js';
import { monitor } from '../../src/monitor/monitor.js';
import { createSeries } from '../../src/monitor/series.js';
import { connectEvidence } from '../../src/port.js';

afterEach(() => {
  vi.useRealTimers();
  connectEvidence(undefined);
});
const block = (ms: number): void => {
  for (const end = performance.now() + ms; performance.now() < end; );
};

describe('monitor', () => {
  it('samples machine and worker until it is stopped, once', async () => {
    const recordOnFailure = vi.fn();
    connectEvidence({ record: () => {}, recordOnFailure });
    const watch = monitor({ interval: 10 });
    await sleep(80);
    while (watch.report().samples < 2) await sleep(10);
    const report = watch.stop();
    expect(report.samples).toBeGreaterThan(1);
    expect(report.durationMs).toBeGreaterThanOrEqual(79);
    expect(report.memory?.peak).toBeGreaterThan(1_000_000);
    expect(report.ownCpu?.peak).toBeGreaterThan(0);
    expect(watch.stop()).toBe(report);
    expect(watch.report()).toBe(report);
    expect(recordOnFailure).toHaveBeenCalledExactlyOnceWith('resources', report);
  });

  it.runIf(process.platform === 'linux')(
    'counts file descriptors, and processors over a busy while',
    async () => {
      const watch = monitor({ interval: 10 });
      block(120);
      await sleep(30);
      const report = watch.stop();
      expect(report.openFiles?.peak).toBeGreaterThan(2);
      expect(report.cpu?.peak).toBeGreaterThan(0);
      expect(report.ownCpu?.peak).toBeGreaterThan(0.05);
    },
  );

  it('sees how late the event loop was', async () => {
    const watch = monitor();
    await sleep(30);
    block(150);
    await sleep(30);
    expect(watch.stop().loopLag?.peak).toBeGreaterThan(100);
  });

  it('goes on under fake timers', async () => {
    vi.useFakeTimers();
    const watch = monitor({ interval: 10 });
    while (watch.report().samples < 2) await sleep(10);
    expect(watch.stop().samples).toBeGreaterThan(1);
  });

  it.each([5, Number.NaN, Number.POSITIVE_INFINITY, '100'])('refuses an interval of %s', (interval) => {
    expect(() => monitor({ interval: interval as number })).toThrow(
      /`interval` must be a finite number from 10 to 60000/,
    );
  });
});

describe('a series', () => {
  it('keeps its memory and its shape over a long time', () => {
    const series = createSeries(64);
    for (let value = 1; value <= 10_000; value++) series.add(value);
    const spread = series.spread();
    expect(spread).toMatchObject({ mean: 5_000.5, peak: 10_000 });
    expect(spread?.p50).toBeGreaterThan(4_500);
    expect(spread?.p50).toBeLessThan(5_500);
    expect(spread?.p95).toBeGreaterThan(9_000);
  });

  it('has no spread without values', () => {
    expect(createSeries().spread()).toBeUndefined();
  });
});

describe('an overloaded machine', () => {
  const spread = (value: number) => ({ mean: value, p50: value, p95: value, p99: value, peak: value });
  const idle = { durationMs: 1_000, samples: 10, cores: 4 };

  it('is one whose processors others kept busy', () => {
    expect(judgeOverload({ ...idle, cpu: spread(0.99), ownCpu: spread(0.4) })).toEqual([
      'processors were at least 99 % busy half of the time, 10 % by this worker (4 cores)',
    ]);
    expect(judgeOverload({ ...idle, pressure: spread(0.8) })).toHaveLength(1);
  });

  it('is not one that the worker itself kept busy', () => {
    expect(judgeOverload({ ...idle, cpu: spread(0.99), ownCpu: spread(3.9), pressure: spread(0.9) })).toEqual(
      [],
    );
  });

  it('is one whose memory is full', () => {
    expect(judgeOverload({ ...idle, memoryShare: spread(0.97) })).toHaveLength(1);
  });

  it('is none for a short peak, or where nothing is known', () => {
    const peak = { ...spread(0.2), p95: 1, p99: 1, peak: 1 };
    expect(judgeOverload({ ...idle, cpu: peak, ownCpu: spread(0.1) })).toEqual([]);
    expect(judgeOverload(idle)).toEqual([]);
  });
});

describe('a monitor whose facts are kept for a failure', () => {
  it('tells what it saw until the test failed, though nobody stopped it', async () => {
    const kept: object[] = [];
    connectEvidence({ record: () => {}, recordOnFailure: (_, data) => kept.push(data) });
    const watch = monitor({ interval: 10 });
    await vi.waitFor(() => expect(watch.report().samples).toBeGreaterThan(2));
    const written = JSON.parse(JSON.stringify(kept[0]));
    expect(kept).toHaveLength(1);
    expect(written).toMatchObject({ overloaded: expect.any(Boolean), reasons: expect.any(Array) });
    expect(written.samples).toBeGreaterThan(2);
    const final = watch.stop();
    expect(kept).toHaveLength(1);
    expect(JSON.parse(JSON.stringify(kept[0]))).toEqual(JSON.parse(JSON.stringify(final)));
  });
});
