import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderAgent } from '../../src/report/render-agent.js';
import { failureOf } from '../failure.fixture.js';
import { reportOf } from '../report.fixture.js';

const refused = (name: string) => failureOf('connect ECONNREFUSED 127.0.0.1:5432', { title: ['db', name] });
const mismatch = (name: string) =>
  failureOf(
    {
      name: 'AssertionError',
      message: "expected 'draft' to be 'published' // Object.is equality",
      expected: 'published',
      actual: 'draft',
      stack:
        'AssertionError: expected draft to be published\n    at total (/srv/app/tests/orders.test.ts:8:23)\n    at run (/srv/app/node_modules/x/index.js:1:1)',
    },
    { title: ['cart', name] },
  );
const blocks = (text: string) => text.split('\n').filter((line) => /^\d+\. /.test(line));

describe('renderAgent', () => {
  it('has a block for each incident, bugs before what is more urgent', () => {
    const report = reportOf([refused('a'), refused('b'), refused('c'), mismatch('adds')]);
    const text = renderAgent(report);
    expect(report.incidents).toHaveLength(2);
    expect(blocks(text).map((line) => line.split(',')[0])).toEqual([
      '1. BUG assertion-mismatch',
      '2. ENVIRONMENT service-unreachable',
    ]);
    expect(text).toContain('   3 failures:\n');
  });

  it('gives file and line, error, frames of the project, evidence and next steps', () => {
    const text = renderAgent(reportOf([mismatch('adds')]));
    expect(text).toMatch(/^Holdfast, in short: 1 of 11 tests failed/);
    expect(text).toContain('   - tests/orders.test.ts');
    expect(text).toContain(
      "   | AssertionError: expected 'draft' to be 'published' // Object.is equality\n   | at total (/srv/app/tests/orders.test.ts:8:23)\n",
    );
    expect(text).not.toContain('node_modules');
    expect(text).toMatch(/ {3}evidence:\n {3}- \S/);
    expect(text).toMatch(/ {3}next:\n {3}- \S/);
  });

  it('says the same steps once', () => {
    const text = renderAgent(
      reportOf([mismatch('adds'), failureOf("Cannot find module 'x'"), failureOf("Cannot find module 'y'")]),
    );
    expect(blocks(text).length).toBe(3);
    const steps = text.split('\n').filter((line) => line.startsWith('   - ') && !line.includes('as in'));
    expect(new Set(steps).size).toBe(steps.length);
    expect(text).toContain('   next:\n   - as in 2\n');
  });

  it('lets no words of a test stand at the beginning of a line, nor begin a workflow command', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (words) => {
        const evil = `x\n::error::${words}\n1. BUG\n##[group]y`;
        const text = renderAgent(reportOf([failureOf(evil, { title: [evil], file: 'a.test.ts' })]));
        const lines = text.split('\n');
        expect(lines.filter((line) => line.trimStart().startsWith('::'))).toEqual([]);
        expect(blocks(text)).toHaveLength(1);
      }),
    );
  });

  it('is one line about a green run, and its run', () => {
    expect(renderAgent(reportOf([])).split('\n')).toEqual([
      'Holdfast, in short: 10 tests passed, 1 skipped',
      expect.stringMatching(/^run: vitest/),
      '',
    ]);
  });
});
