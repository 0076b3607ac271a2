import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readError } from '../../../src/ingest/error/read-error.js';

describe('an error as tools print it', () => {
  it('JavaScript: class, code, message, frames and the causes below', () => {
    const error = readError(
      'Error [ERR_POOL]: no connection\n    at take (/app/src/pool.js:3:9)\n    at /app/tests/a.test.js:7:1\n[cause]: TypeError: x is not a function\n    at y (/app/src/y.js:1:1)',
    );
    expect(error).toMatchObject({ name: 'Error', code: 'ERR_POOL', message: 'no connection' });
    expect(error.stack?.split('\n').slice(1)).toEqual([
      '    at take (/app/src/pool.js:3:9)',
      '    at /app/tests/a.test.js:7:1',
    ]);
    expect(error.cause).toMatchObject({ name: 'TypeError', message: 'x is not a function' });
  });

  it('leaves excerpts of the code out of the message', () => {
    const error = readError('Error: wrong\n\n  > 3 | expect(a)\n    4 | done\n\n      at a (a.test.js:3:1)');
    expect(error.message).toBe('wrong');
    expect(error.stack).not.toContain('expect(a)');
  });

  it('Java: the class with its package, and what it was caused by', () => {
    const error = readError(
      'java.lang.IllegalStateException: no pool\n\tat shop.Pool.take(Pool.java:3)\nCaused by: java.net.ConnectException: Connection refused\n\tat java.base/sun.nio.ch.Net.connect0(Native Method)',
    );
    expect(error).toMatchObject({ name: 'java.lang.IllegalStateException', message: 'no pool' });
    expect(error.cause).toMatchObject({ message: 'Connection refused' });
  });

  it('Python: a bare traceback, the innermost frame first', () => {
    const error = readError(
      'Traceback (most recent call last):\n  File "/app/tests/test_a.py", line 3, in test_a\n    take()\n  File "/app/shop/pool.py", line 9, in take\n    raise PoolError("empty")\nshop.pool.PoolError: empty\n',
    );
    expect(error).toMatchObject({ name: 'PoolError', message: 'shop.pool.PoolError: empty' });
    expect(error.stack?.split('\n').slice(1)).toEqual([
      '    /app/shop/pool.py:9: in take',
      '    /app/tests/test_a.py:3: in test_a',
    ]);
  });

  it('Elixir: a comparison with its two sides, and an exit with its reason', () => {
    const compared = readError(
      'Assertion with == failed\ncode:  assert a == 1\nleft:  2\nright: 1\nstacktrace:\n  test/a_test.exs:3: (test)',
    );
    expect(compared).toMatchObject({ name: 'ExUnit.AssertionError' });
    expect(compared.message).toContain('left:  2');
    const exit = readError(
      '** (exit) exited in: GenServer.call(:pool, :take, 50)\n    ** (EXIT) time out\ncode: take()\nstacktrace:\n  test/a_test.exs:3: (test)',
    );
    expect(exit.message).toBe(
      '** (exit) exited in: GenServer.call(:pool, :take, 50)\n    ** (EXIT) time out',
    );
  });

  it('a message that is given apart stands where the text tells none', () => {
    expect(readError('', { message: 'gone', name: 'IOError' })).toEqual({ name: 'IOError', message: 'gone' });
  });

  it('never throws, and never makes more of a text than it holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        const { message } = readError(text);
        expect(message.length).toBeLessThanOrEqual(2 * text.length + 40);
      }),
    );
  });
});
