import { describe, expect, it } from 'vitest';
import { parseFrame } from '../../../src/classify/stack/parse-frame.js';

describe('frames of Python and the BEAM', () => {
  it.each([
    ['tests/test_cart.py:15: in test_total', 'test', 'tests/test_cart.py', 15],
    ['shop/pool.py:23: in acquire', 'product', 'shop/pool.py', 23],
    [
      '/usr/lib/python3.11/asyncio/tasks.py:492: in wait_for',
      'node',
      '/usr/lib/python3.11/asyncio/tasks.py',
      492,
    ],
    [
      '/venv/lib/python3.11/site-packages/redis/client.py:9: in get',
      'dependency',
      '/venv/lib/python3.11/site-packages/redis/client.py',
      9,
    ],
    [
      '/venv/site-packages/_pytest/python.py:9: in call',
      'runner',
      '/venv/site-packages/_pytest/python.py',
      9,
    ],
    ['(shop 0.1.0) lib/shop/pool.ex:4: Shop.Pool.take/1', 'product', 'lib/shop/pool.ex', 4],
    ['(elixir 1.14.0) lib/task.ex:956: Task.await_many/5', 'node', 'lib/task.ex', 956],
    [
      '(ex_unit 1.14.0) lib/ex_unit/runner.ex:512: ExUnit.Runner.exec_test/1',
      'runner',
      'lib/ex_unit/runner.ex',
      512,
    ],
    [
      '(nimble_pool 1.0.0) lib/nimble_pool.ex:402: NimblePool.exit!/3',
      'dependency',
      'lib/nimble_pool.ex',
      402,
    ],
    ['test/shop_test.exs:20: (test)', 'test', 'test/shop_test.exs', 20],
  ])('%s', (line, owner, file, number) => {
    expect(parseFrame(`    ${line}`)).toMatchObject({ owner, file, line: number });
  });

  it.each(['E   assert 1 == 2', 'code: take(pool)', 'tests/test_a.py', 'a: b', '1: 2: 3'])(
    '%s is none',
    (line) => {
      expect(parseFrame(line)).toBeUndefined();
    },
  );
});
