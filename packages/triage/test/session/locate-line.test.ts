import { describe, expect, it } from 'vitest';
import { locateLine } from '../../src/session/locate-line.js';
import { failureOf } from '../failure.fixture.js';

const locate = (stack: string | undefined, runnerLine?: number, file = 'tests/orders.test.ts') =>
  locateLine({
    failure: failureOf({ message: 'x', ...(stack === undefined ? {} : { stack }) }, { file }),
    occurrence: 0,
    attemptsComplete: true,
    ...(runnerLine === undefined ? {} : { runnerLine }),
  });

describe('locateLine', () => {
  it('finds the innermost frame in the test file', () => {
    const stack =
      'Error: x\n    at save (/srv/app/src/orders.ts:9:1)\n    at /srv/app/tests/orders.test.ts:12:3\n    at /srv/app/tests/orders.test.ts:40:1';
    expect(locate(stack, 1)).toEqual({ line: 12, column: 3 });
  });

  it('is not misled by a file whose path only ends alike, nor by the message', () => {
    expect(
      locate('Error: see tests/orders.test.ts for more\n    at /srv/app/mytests/orders.test.ts:7:1'),
    ).toEqual({ line: null, column: null });
  });

  it('reads paths of Windows', () => {
    expect(locate('Error: x\n    at C:\\app\\tests\\orders.test.ts:12:3')).toEqual({ line: 12, column: 3 });
  });

  it('comes to an end for a file without a name', () => {
    expect(locate('Error: x\n    at /srv/app/tests/orders.test.ts:12:3', 4, '')).toEqual({
      line: 4,
      column: null,
    });
  });

  it('takes the runner’s line where the stack names none', () => {
    expect(locate('Error: x\n    at /srv/app/src/a.ts:1:1', 5)).toEqual({ line: 5, column: null });
    expect(locate(undefined, 5)).toEqual({ line: 5, column: null });
    expect(locate(undefined)).toEqual({ line: null, column: null });
  });
});
