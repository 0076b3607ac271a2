import { describe, expect, it } from 'vitest';
import { EVERYTHING, type Filter, filterBy, isEverything } from '../../../src/report/page/filter.js';
import { ReportIndex } from '../../../src/report/page/report-index.js';
import { failureOf } from '../../failure.fixture.js';
import { reportOf } from '../../report.fixture.js';

const index = new ReportIndex(
  reportOf([
    failureOf(
      {
        name: 'TypeError',
        message: "Cannot read properties of undefined (reading 'total')",
        stack:
          "TypeError: Cannot read properties of undefined (reading 'total')\n    at total (/srv/app/src/cart.ts:8:23)\n    at /srv/app/tests/carts/Sum.test.ts:3:1",
      },
      { title: ['Carts', 'add up'], file: 'tests/carts/Sum.test.ts' },
    ),
    failureOf(
      { message: 'connect ECONNREFUSED 127.0.0.1:5432', code: 'ECONNREFUSED' },
      { title: ['orders', 'are stored'], file: 'tests/orders.test.ts' },
    ),
    failureOf('expected 1 to be 2', { title: ['orders', 'are listed'], file: 'tests/orders.test.ts' }),
  ]),
);

const found = (changes: Partial<Filter>): readonly (string | undefined)[] =>
  index.report.failures
    .filter(filterBy({ ...EVERYTHING, ...changes }, (failure) => index.textOf(failure)))
    .map(({ title }) => title[1])
    .sort();

describe('filterBy', () => {
  it('lets everything be seen where nothing is asked', () => {
    expect(isEverything(EVERYTHING)).toBe(true);
    expect(found({})).toEqual(['add up', 'are listed', 'are stored']);
  });

  it.each<[string, readonly string[]]>([
    ['orders', ['are listed', 'are stored']],
    ['STORED  5432', ['are stored']],
    ['econnrefused', ['are stored']],
    ['typeerror total', ['add up']],
    ['carts/sum', ['add up']],
    ['service-unreachable', ['are stored']],
    ['orders total', []],
    ['   ', ['add up', 'are listed', 'are stored']],
  ])('finds all words of %j in titles, files, errors and verdicts, in any case', (text, titles) => {
    expect(found({ text })).toEqual(titles);
  });

  it('keeps to the categories, the standing, the priority and the file that were chosen', () => {
    expect(found({ categories: new Set(['ENVIRONMENT']) })).toEqual(['are stored']);
    expect(found({ categories: new Set(['ENVIRONMENT', 'BUG']), file: 'SUM' })).toEqual(['add up']);
    expect(found({ standing: 'proven' })).toEqual([]);
    expect(found({ priority: 'high' }).length + found({ priority: 'medium' }).length).toBeGreaterThan(0);
    expect(isEverything({ ...EVERYTHING, file: 'sum' })).toBe(false);
  });

  it('finds a failure by its id, its incident and its fingerprint', () => {
    for (const { id, incident, fingerprint, title } of index.report.failures) {
      expect(found({ text: id })).toEqual([title[1]]);
      expect(found({ text: incident })).toContain(title[1]);
      expect(found({ text: fingerprint })).toContain(title[1]);
    }
  });
});
