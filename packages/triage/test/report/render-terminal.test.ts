import fc from 'fast-check';
import reference from 'string-width';
import { describe, expect, it } from 'vitest';
import type { Failure } from '../../src/failure.js';
import { renderTerminal } from '../../src/report/render-terminal.js';
import { failureOf } from '../failure.fixture.js';
import { reportOf } from '../report.fixture.js';

const view = (width = 100, colors = false) => ({
  screen: { width, colors, isTTY: true },
  maxIncidents: 10,
  reports: 'holdfast-report/ (report.txt, report.json)',
});

const refused = (changes: Partial<Failure> = {}) => failureOf('connect ECONNREFUSED 127.0.0.1:5432', changes);

describe('renderTerminal', () => {
  it('says in one line that all is green', () => {
    expect(renderTerminal(reportOf([], 1_234), view())).toBe('Holdfast  1,234 tests passed, 1 skipped\n');
  });

  it('breaks a long gap into lines, so that what an option accepts can be read', () => {
    const gap =
      "Option `rules[0].category` is \"BUGG\"; accepted is one of 'BUG', 'CONFIGURATION', 'ENVIRONMENT', 'TEST_DESIGN', 'UNKNOWN'";
    const lines = renderTerminal(reportOf([], 5, [gap]), view(80))
      .split('\n')
      .slice(1, -1);
    expect(lines.map((line) => line.slice(0, 2))).toEqual(['! ', '  ']);
    expect(lines.map((line) => line.slice(2)).join(' ')).toBe(gap);
  });

  it('shows what failed, where, why, and what to do next, the urgent first', () => {
    const text = renderTerminal(
      reportOf([
        refused({
          title: ['orders', 'are saved'],
          line: 12,
          attempts: [
            {
              number: 1,
              status: 'failed',
              phase: 'test',
              errors: [
                {
                  message: 'connect ECONNREFUSED 127.0.0.1:5432',
                  stack: 'Error: x\n    at /srv/app/tests/orders.test.ts:12:3',
                },
              ],
            },
          ],
        }),
        refused(),
        failureOf({
          name: 'TypeError',
          message: "Cannot read properties of undefined (reading 'price')",
          stack: 'TypeError: x\n    at total (/srv/app/src/cart.ts:3:3)',
        }),
        failureOf('Exceeded timeout of 5000 ms', {
          flaky: true,
          title: ['slow one'],
          attempts: [
            {
              number: 1,
              status: 'failed',
              phase: 'test',
              errors: [{ message: 'Exceeded timeout of 5000 ms' }],
            },
            { number: 2, status: 'passed', phase: 'test', errors: [] },
          ],
        }),
      ]),
      view(),
    );
    expect(text).toContain('Holdfast  3 of 13 tests failed, 1 flaky, 1 skipped');
    expect(text).toContain(
      'vitest 4.1.12 · ci (GitHub Actions) · linux, 2 cores, 8 GB, speed 0.8, load 1.8, low tier',
    );
    expect(text).toMatch(
      /Look at first\n● orders > test 3\n {2}BUG type-error · high.*\n {2}says {3}TypeError: Cannot read/,
    );
    expect(text).toContain('  code   src/cart.ts:3\n');
    expect(text).toMatch(
      /Can wait\n● localhost:5432 refuses connections {2}2 failures\n {2}ENVIRONMENT service-unreachable · medium · suspected/,
    );
    expect(text).toMatch(/at {5}tests\/orders\.test\.ts:12 {2}orders > are saved \(\+1 more\)/);
    expect(text).toMatch(/why {4}Nothing accepts connections at 127\.0\.0\.1:5432/);
    expect(text).toMatch(/next {3}Start the service/);
    expect(text).toMatch(
      /Flaky: passed only on retry\n◌ tests\/orders\.test\.ts {2}slow one\n.*passed on attempt 2/,
    );
    expect(text).toContain('Reports: holdfast-report/ (report.txt, report.json)');
    expect(text).not.toMatch(/^\s+at .*cart\.ts/m);
  });

  it('shows the directory that was kept, where its path can be copied whole', () => {
    const path = `/var/lib/kept/${'deep/'.repeat(8)}test`;
    const report = reportOf([failureOf('boom', { evidence: [{ name: 'directory.kept', data: { path } }] })]);
    expect(renderTerminal(report, view(100))).toContain(`\n  kept   ${path}\n`);
    expect(renderTerminal(report, view(60))).not.toContain('kept');
  });

  it('points to the reports where there are too many incidents', () => {
    const many = Array.from({ length: 15 }, (_, index) =>
      failureOf(`connect ECONNREFUSED 127.0.0.1:${5000 + index}`),
    );
    const text = renderTerminal(reportOf(many), view());
    expect(text.match(/^●/gm)).toHaveLength(10);
    expect(text).toContain('… and 5 more incidents, in the reports');
  });

  it('says what it does not know, also after a green run', () => {
    const text = renderTerminal(reportOf([], 3, ['report.json could not be written']), view());
    expect(text.split('\n')).toEqual([
      'Holdfast  3 tests passed, 1 skipped',
      '! report.json could not be written',
      '',
    ]);
  });

  it('has no escape code without colours, and the same text with them', () => {
    const report = reportOf([refused(), failureOf('boom')]);
    const plain = renderTerminal(report, view(100, false));
    const painted = renderTerminal(report, view(100, true));
    expect(plain).not.toContain('\u001B');
    expect(painted).toContain('\u001B[31m');
    expect(painted.replace(/\u001B\[\d+m/g, '')).toBe(plain);
  });

  it('has no line wider than the screen, whatever titles and messages hold', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: fc.constantFrom('漢', '👩‍👩‍👧', 'a', ' ', '\n') }),
      fc.string({ minLength: 200, maxLength: 300 }),
    );
    const failure = fc.record({
      message: text,
      title: fc.array(text, { maxLength: 3 }),
      file: text,
      flaky: fc.boolean(),
    });
    fc.assert(
      fc.property(
        fc.array(failure, { maxLength: 5 }),
        fc.integer({ min: 20, max: 200 }),
        text,
        (all, width, gap) => {
          const report = reportOf(
            all.map(({ message, ...rest }) => failureOf(message, rest)),
            5,
            [gap],
          );
          for (const line of renderTerminal(report, view(width)).split('\n')) {
            expect(reference(line)).toBeLessThanOrEqual(width);
          }
        },
      ),
      { numRuns: 200 },
    );
  });
});
