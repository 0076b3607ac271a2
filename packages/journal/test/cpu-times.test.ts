import { describe, expect, test } from 'vitest';
import { cpuTimes, parseCpuLine } from '../src/cpu-times.js';

describe('parseCpuLine', () => {
  test('adds up the columns; idle and waiting for a disk are not busy, guest time is counted already', () => {
    expect(parseCpuLine('cpu  10 20 30 400 50 6 7 8 9 9\ncpu0 1 1 1 1\n')).toEqual({ busy: 81, total: 531 });
  });

  test('takes the first line alone, whole or cut', () => {
    expect(parseCpuLine('cpu 1 2 3 4')).toEqual({ busy: 6, total: 10 });
  });

  test.each(['', 'cpu', 'cpu 1 2', 'nothing here\n1 2 3 4 5'])('gives nothing for %j', (text) => {
    expect(parseCpuLine(text)).toBeUndefined();
  });
});

test('the times of this machine are busy and idle', () => {
  const times = cpuTimes();
  expect(times?.busy).toBeGreaterThan(0);
  expect(times?.total).toBeGreaterThan(times?.busy ?? 0);
});
