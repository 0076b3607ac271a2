import { describe, expect, it } from 'vitest';
import { renderHistory } from '../../src/history/render-history.js';
import { summariseTests } from '../../src/history/summarise-tests.js';
import { failing, historyOf } from './history.fixture.js';

const SCREEN = { width: 90, colors: false, isTTY: false };
const history = historyOf(
  Array.from({ length: 12 }, (_, order) => ({
    tests: { 'a.test.ts': { pays: order % 2 === 0 ? failing() : 5, sums: 5 } },
    repetition: 'r',
  })),
);

const render = (pattern?: string): string => {
  const summaries = summariseTests(history, (_, title) => pattern === undefined || title.includes(pattern));
  return renderHistory(history, summaries, { screen: SCREEN, most: 20, isAsked: pattern !== undefined });
};

describe('a history on a terminal', () => {
  it('shows what came and went, and counts the rest', () => {
    const text = render();
    expect(text).toContain('12 runs since 2026-10-01, 2 tests\n0 failing, 1 flaky, 1 steady, 0 with fewer');
    expect(text).toContain('a.test.ts > pays\n  flaky · 6 of 12 passed · 11 flips');
    expect(text).not.toContain('sums');
  });

  it('tells a test that was asked for in full', () => {
    const text = render('pays');
    expect(text).toContain('flaky, flaky score 91.7 %');
    expect(text).toMatch(/6 of 12 runs, 50 %; the true rate lies between [\d.]+ % and [\d.]+ % \(95 %/);
    expect(text).toContain('cause         BUG assertion-mismatch, 6 runs, 2026-10-01 to');
  });

  it('says where no test fits, and where no run is kept', () => {
    expect(render('nothing')).toBe('12 runs since 2026-10-01, 0 tests\n\nNo test fits.\n');
    expect(renderHistory({ runs: [], gaps: [] }, [], { screen: SCREEN, most: 20, isAsked: true })).toBe(
      'No run is kept yet.\n',
    );
  });
});
