import { describe, expect, it } from 'vitest';
import { fileOf, openSession, testOf, totalsOf } from './session.fixture.js';

const NOT_FOUND = {
  name: 'TestingLibraryElementError',
  message: 'Unable to find role="list"',
  stack: 'TestingLibraryElementError: Unable to find role="list"\n    at tests/orders.test.ts:12:5',
};

const thrownBy = (place: string) => {
  const message = "Cannot read properties of undefined (reading 'toUpperCase')";
  return { name: 'TypeError', message, stack: `TypeError: ${message}\n    at Cart (${place}:9:52)` };
};

const judged = (place: string, title: readonly string[]) => {
  const { session, path, rootDir } = openSession({ runner: { name: 'vitest', version: '4.1.12' } });
  session.fileFinished(fileOf(path, { tests: [testOf('lists the items', { errors: [NOT_FOUND] })] }));
  session.runError({
    kind: 'unhandled',
    phase: 'test',
    path,
    title,
    error: thrownBy(`${rootDir}/${place}`),
  });
  const { report } = session.finish(totalsOf(1));
  return { report, row: report.failures.find(({ kind }) => kind === 'test') };
};

describe('an error of the product that nobody caught while a test ran', () => {
  it('makes what the test missed a bug, and one incident with it', () => {
    const { report, row } = judged('src/cart.tsx', ['orders', 'lists the items']);
    expect(row?.verdict).toMatchObject({ category: 'BUG', cause: 'unhandled-rejection' });
    expect(row?.verdict.why).toBe(
      "While this test ran the product threw, and nobody caught it: TypeError: Cannot read properties of undefined (reading 'toUpperCase')",
    );
    expect(report.incidents.map(({ failures }) => failures.length)).toEqual([2]);
  });

  it('says nothing of another test', () => {
    const { row } = judged('src/cart.tsx', ['orders', 'another']);
    expect(row?.verdict).toMatchObject({ category: 'TEST_DESIGN', cause: 'race-in-test' });
  });

  it('says nothing where the test itself threw it', () => {
    const { row } = judged('tests/orders.test.ts', ['orders', 'lists the items']);
    expect(row?.evidence).toEqual([]);
  });
});
