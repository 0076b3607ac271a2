import { expect, it } from 'vitest';
import { LATE_ERROR_MARK } from '../../src/late-error-mark.js';
import { markLateErrors } from '../../src/test-function/mark-late-errors.js';
import { unhandledError } from '../../src/translate/unhandled-error.js';

const mark = { path: '/orders.test.ts', title: ['orders', 'leaves work behind'], hasEnded: true };

it('marks what nobody caught, and adds no listener', () => {
  const before = process.listenerCount('unhandledRejection');
  const emitted: unknown[] = [];
  const { emit } = process;
  process.emit = ((...values: unknown[]) => {
    emitted.push(values);
    return true;
  }) as typeof process.emit;
  try {
    markLateErrors(() => mark);
    const error = new Error('gone');
    process.emit('unhandledRejection', error, Promise.resolve());
    process.emit('unhandledRejection', 'a text', Promise.resolve());
    process.emit('unhandledRejection', Object.freeze(new Error('frozen')), Promise.resolve());
    expect((error as { [LATE_ERROR_MARK]?: unknown })[LATE_ERROR_MARK]).toEqual(mark);
    expect(Object.keys(error)).toEqual([]);
    expect(emitted).toHaveLength(3);
    expect(process.listenerCount('unhandledRejection')).toBe(before);
  } finally {
    process.emit = emit;
  }
});

it('is read by the reporter: the error is charged to the test that set it off', () => {
  const error = {
    name: 'Error',
    message: 'gone',
    VITEST_TEST_PATH: '/orders.test.ts',
    VITEST_TEST_NAME: 'runs meanwhile',
  };
  expect(unhandledError({ ...error, [LATE_ERROR_MARK]: mark })).toMatchObject({
    kind: 'unhandled',
    phase: 'after-end',
    path: '/orders.test.ts',
    title: ['orders', 'leaves work behind'],
    error: { message: 'gone' },
  });
  expect(unhandledError({ ...error, [LATE_ERROR_MARK]: { ...mark, hasEnded: false } }).phase).toBe('test');
  expect(unhandledError(error).title).toEqual(['runs meanwhile']);
});
