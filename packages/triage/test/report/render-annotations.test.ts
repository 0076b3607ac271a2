import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderAnnotations } from '../../src/report/render-annotations.js';
import { failureOf } from '../failure.fixture.js';
import { reportOf } from '../report.fixture.js';

const located = (title: string, message = 'boom') =>
  failureOf({ message, stack: 'Error: boom\n    at /srv/app/tests/orders.test.ts:12:3' }, { title: [title] });

describe('renderAnnotations', () => {
  it('names file, line, verdict and title of a failure', () => {
    const refused = 'connect ECONNREFUSED 127.0.0.1:5432';
    const text = renderAnnotations(reportOf([located('saves, once: 100%', refused)]));
    expect(text).toMatch(
      /^::error file=tests\/orders\.test\.ts,line=12,col=3,title=ENVIRONMENT service-unreachable%3A saves%2C once%3A 100%25::.*%0Aconnect ECONN/,
    );
  });

  it('names no cause where the verdict is open', () => {
    expect(renderAnnotations(reportOf([located('saves')]))).toContain(',title=UNKNOWN%3A saves::');
  });

  it('puts the folder of the project before the file', () => {
    expect(renderAnnotations(reportOf([located('x')]), 'packages/app')).toContain(
      'file=packages/app/tests/orders.test.ts',
    );
  });

  it('is one command a line, whatever titles and messages hold', () => {
    const nasty = fc.string({ unit: fc.constantFrom('\n', '\r', ':', ',', '%', '::error::', 'a', '=', ' ') });
    fc.assert(
      fc.property(nasty, nasty, (title, message) => {
        const lines = renderAnnotations(reportOf([located(title, message)])).split(/\r\n|\r|\n/);
        expect(lines).toHaveLength(2);
        expect(lines[0]).toMatch(/^::error file=[^:,]+,line=\d+,col=\d+,title=[^:,]*::/);
      }),
    );
  });

  it('warns of a flaky test, and stops at what GitHub shows', () => {
    const many = Array.from({ length: 30 }, (_, index) => located(`test ${index}`));
    const flaky = { ...located('flaky one'), flaky: true };
    const lines = renderAnnotations(reportOf([...many, flaky]))
      .trim()
      .split('\n');
    expect(lines.filter((line) => line.startsWith('::error '))).toHaveLength(10);
    expect(lines.filter((line) => line.startsWith('::warning '))).toHaveLength(1);
  });
});
