import { writeSync } from 'node:fs';
import pRetry from 'p-retry';
import pWaitFor from 'p-wait-for';
import { expect, it, vi } from 'vitest';
import { loadAdaptive } from '../load-adaptive.mjs';
import { spread } from '../statistics.mjs';

const ROUNDS = { 3: 20, 30: 20, 300: 8, 3000: 3 };
const LIMIT_MS = 20_000;

const must = (isTrue) => () => {
  if (!isTrue()) throw new Error('not yet');
};

/** Each tool as it comes, but for a limit that lets it see the longest wait. */
const tools = ({ eventually }) => ({
  'Holdfast eventually': (isTrue) => eventually(isTrue, { within: LIMIT_MS }),
  'Holdfast eventually (assertion)': (isTrue) => eventually(must(isTrue), { within: LIMIT_MS }),
  'vi.waitFor': (isTrue) => vi.waitFor(must(isTrue), { timeout: LIMIT_MS }),
  'expect.poll': (isTrue) => expect.poll(isTrue, { timeout: LIMIT_MS }).toBe(true),
  'p-wait-for': (isTrue) => pWaitFor(isTrue),
  'p-wait-for, every 10 ms': (isTrue) => pWaitFor(isTrue, { interval: 10 }),
  'p-retry, every 10 ms': (isTrue) => pRetry(must(isTrue), { retries: 10_000, minTimeout: 10, factor: 1 }),
});

/** One wait: milliseconds from the moment the condition turned true to the end of the wait, and polls. */
const wait = async (run, aboutMs) => {
  // Up to a fifth more or less: no interval shall be lucky.
  const trueAt = performance.now() + aboutMs * (0.8 + 0.4 * Math.random());
  let polls = 0;
  await run(() => {
    polls += 1;
    return performance.now() >= trueAt;
  });
  return { delayMs: performance.now() - trueAt, polls };
};

it('waits', { timeout: 600_000 }, async () => {
  const all = Object.entries(tools(await loadAdaptive('index')));
  for (const [, run] of all) await wait(run, 5);
  for (const [afterMs, rounds] of Object.entries(ROUNDS)) {
    const seen = new Map(all.map(([name]) => [name, []]));
    for (let round = 0; round < rounds; round++) {
      for (const [name, run] of all) seen.get(name).push(await wait(run, Number(afterMs)));
    }
    for (const [name, waits] of seen) {
      const delays = spread(
        waits.map(({ delayMs }) => delayMs),
        1,
      );
      const polls = spread(waits.map(({ polls: count }) => count));
      writeSync(
        1,
        `true after about ${afterMs.padStart(4)} ms  ${name.padEnd(32)} delay ${delays.padEnd(24)} ms  polls ${polls}\n`,
      );
    }
  }
});
