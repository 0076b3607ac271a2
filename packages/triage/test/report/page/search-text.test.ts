import { expect, it } from 'vitest';
import { searchText } from '../../../src/report/page/search-text.js';
import type { ReportFailure } from '../../../src/report/report.js';
import { failureOf } from '../../failure.fixture.js';
import { reportOf } from '../../report.fixture.js';

const report = reportOf([
  failureOf(
    {
      message: 'Nothing was Stored',
      cause: { message: 'connection lost', code: 'ECONNRESET' },
      errors: [{ message: 'the first part', cause: { message: 'disk of the part' } }],
    },
    { title: ['orders', 'are stored'], file: 'test/Orders.test.ts' },
  ),
]);
const failure = report.failures[0] as ReportFailure;
const text = searchText(failure, report.incidents[0]);

it('a failure is found by its title, file, ids and verdict', () => {
  for (const word of ['orders > are stored', 'test/orders.test.ts', failure.id, failure.incident])
    expect(text).toContain(word);
  expect(text).toContain(failure.verdict.category.toLowerCase());
  expect(text).toContain(failure.verdict.cause);
});

it('a failure is found by what its error, its causes and its parts say', () => {
  for (const word of [
    'nothing was stored',
    'econnreset',
    'connection lost',
    'first part',
    'disk of the part',
  ])
    expect(text).toContain(word);
});

it('all is in lower case', () => {
  expect(text).toBe(text.toLowerCase());
});
