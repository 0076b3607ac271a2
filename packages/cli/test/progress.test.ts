import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Context } from '../src/context.js';
import { createProgress } from '../src/progress.js';

const contextOf = (isTTY: boolean, written: string[]): Context => {
  const screen = { width: 40, colors: false, isTTY };
  const output = { write: (text: string) => void written.push(text) };
  return {
    stdin: (async function* () {})(),
    stdout: output,
    stderr: output,
    env: {},
    cwd: '/',
    screen,
    errorScreen: screen,
  };
};

describe('progress', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['performance'] }));
  afterEach(() => void vi.useRealTimers());

  it('is not shown for what takes less than a second, and then ten times a second at most', () => {
    const written: string[] = [];
    const progress = createProgress(contextOf(true, written));
    progress.show('a.xml', 1, 100);
    vi.advanceTimersByTime(999);
    progress.show('a.xml', 10, 100);
    expect(written).toEqual([]);
    vi.advanceTimersByTime(1);
    progress.show('a.xml', 20, 100);
    progress.show('a.xml', 21, 100);
    vi.advanceTimersByTime(100);
    progress.show('a.xml', 30, 100);
    progress.clear();
    expect(written).toEqual(['\r\u001B[K  20 %  a.xml', '\r\u001B[K  30 %  a.xml', '\r\u001B[K']);
  });

  it('fits the line, and counts bytes where nobody knows the end', () => {
    const written: string[] = [];
    const progress = createProgress(contextOf(true, written));
    vi.advanceTimersByTime(2_000);
    progress.show(`${'x'.repeat(100)}.xml`, 2_000_000, 0);
    expect(written[0]).toMatch(/ {2}2\.0 MB {2}…x+\.xml$/);
    expect(written[0]?.replace('\r\u001B[K', '').length).toBeLessThanOrEqual(40);
  });

  it('writes nothing where the output is no terminal', () => {
    const written: string[] = [];
    const progress = createProgress(contextOf(false, written));
    vi.advanceTimersByTime(5_000);
    progress.show('a.xml', 1, 2);
    progress.clear();
    expect(written).toEqual([]);
  });
});
