import { expect, test } from 'vitest';
import { afterReporters } from '../../src/run/after-reporters.js';

test('the first assignment of success is heard, and the member is an ordinary one again', () => {
  const results: { success: boolean; numTotalTests: number } = { success: false, numTotalTests: 3 };
  const heard: boolean[] = [];
  afterReporters(results, (success) => heard.push(success));
  expect(JSON.stringify(results)).toBe('{"success":false,"numTotalTests":3}');
  results.success = true;
  results.success = false;
  expect(heard).toEqual([true]);
  expect(Object.getOwnPropertyDescriptor(results, 'success')).toMatchObject({ value: false, writable: true });
});
