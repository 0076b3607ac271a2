import { expect, test, vi } from 'vitest';
import { watchPrintedErrors } from '../../src/run/printed-errors.js';

test('hears of errors that Vitest prints as its own, after they were printed', () => {
  const printed: unknown[] = [];
  const logger = { printError: (error: unknown, _options?: object): unknown => printed.push(error) };
  const onError = vi.fn(() => expect(printed).toContain('set-up'));
  const watch = watchPrintedErrors(logger, onError);
  logger.printError('set-up', { fullStack: true, type: 'Unhandled Error' });
  logger.printError('of a test', { fullStack: false });
  expect(watch.errors).toEqual(['set-up']);
  expect(onError).toHaveBeenCalledTimes(1);
  expect(printed).toEqual(['set-up', 'of a test']);
});

test('gives the logger its own method back', () => {
  const printError = (): void => {};
  const logger = { printError };
  watchPrintedErrors(logger, () => {}).stop();
  expect(logger.printError).toBe(printError);
});
