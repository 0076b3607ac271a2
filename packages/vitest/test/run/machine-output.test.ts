import { expect, test } from 'vitest';
import { isOutputForMachines } from '../../src/run/machine-output.js';

test('json without a file goes to standard output before Vitest 5', () => {
  const config = {
    reporters: [
      ['default', {}],
      ['json', {}],
    ],
  };
  expect(isOutputForMachines(config, 4)).toBe(true);
  expect(isOutputForMachines(config, 5)).toBe(false);
  expect(isOutputForMachines({ reporters: [['json', { stdout: true }]] }, 5)).toBe(true);
});

test('a file keeps standard output for people', () => {
  expect(isOutputForMachines({ reporters: [['json', { outputFile: 'a.json' }]] }, 4)).toBe(false);
  expect(isOutputForMachines({ reporters: ['junit'], outputFile: { junit: 'a.xml' } }, 4)).toBe(false);
  expect(isOutputForMachines({ reporters: ['default', {}] }, 4)).toBe(false);
});
