import { describe, expect, it } from 'vitest';
import { dateShift } from '../../../src/classify/assertion/date-shift.js';

describe('two dates are one moment from two zones', () => {
  it.each([
    ['2024-03-01', '2024-02-29', -24],
    ['6/17/2017', '6/18/2017', 24],
    ['2018-01-01T00:00:00+09:00', '2018-01-01T09:00:00+09:00', 9],
    ['10:30', '12:30', 2],
    ['1:00 AM', '11:00 PM', 22],
    ['1352012400000', '1352016000000', 1],
    ['2024 03 31 01 30 00 000', '2024 03 31 02 30 00 000', 1],
    ['2024_12_31_23_00', '2025_01_01_01_00', 2],
    ['09h15h30', '12h15h30', 3],
    ['2020-09-06 < col < 2020-09-07', '2020-09-05 < col < 2020-09-06', -24],
  ])('%s and %s', (expected, received, hours) => {
    expect(dateShift(expected, received)?.hours).toBeCloseTo(hours);
  });
});

describe('two values are not', () => {
  it.each([
    ['2024-03-01', '2024-03-01'],
    ['2024-03-01', '2021-03-01'],
    ['a', 'b'],
    ['3', '4'],
    ['12:30', '12:37'],
    ['10.15.30', '12.15.30'],
    ['09h15h30', '12-15-30'],
    ['09h15h30', '12h15h31'],
    ['192 168 10 15', '192 168 12 15'],
    ['2024 13 31 01 30 00', '2024 13 31 02 30 00'],
  ])('%s and %s', (expected, received) => {
    expect(dateShift(expected, received)).toBeUndefined();
  });
});
