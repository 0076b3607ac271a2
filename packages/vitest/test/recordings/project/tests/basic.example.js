import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';

test('passes', () => {});
test('fails on a value', () => {
  expect(1).toBe(2);
});
test('throws text', () => {
  throw 'plain text';
});
test('throws undefined', () => {
  throw undefined;
});
test('rejects with object', async () => {
  throw { code: 7, message: 'odd' };
});
test('has a cause', () => {
  throw new Error('outer', { cause: Object.assign(new TypeError('inner'), { code: 'EINNER' }) });
});
test('aggregate', () => {
  throw new AggregateError([new Error('a'), new TypeError('b')], 'both');
});
test('times out', async () => {
  await new Promise(() => {});
}, 150);
test.fails('expected to fail, passes', () => {});
test.fails('expected to fail, fails', () => {
  throw new Error('x');
});
test.todo('later');
test.skip('skipped', () => {});
test('skips itself', (ctx) => {
  ctx.skip('because');
});
test.concurrent('concurrent a', async () => {
  await new Promise((r) => setTimeout(r, 20));
  throw new Error('conc a');
});
test.concurrent('concurrent b', async () => {});
test.each([1, 2])('each %i', (n) => {
  if (n === 2) throw new Error('two');
});
for (const number of [1, 2]) {
  test('twin', () => {
    throw new Error(`twin ${number}`);
  });
}
let n = 0;
test('flaky', { retry: 2 }, () => {
  n += 1;
  if (n < 3) throw new Error(`attempt ${n}`);
});
test('never', { retry: 1 }, () => {
  throw new Error('always');
});
let m = 0;
test('repeats', { repeats: 2 }, () => {
  m += 1;
  if (m === 2) throw new Error(`repeat ${m}`);
});
test('soft', () => {
  expect.soft(1).toBe(2);
  expect.soft(3).toBe(4);
});
describe('before each', () => {
  beforeEach(() => {
    throw new Error('before each broke');
  });
  test('victim', () => {});
});
describe('after each', () => {
  afterEach(() => {
    throw new Error('after each broke');
  });
  test('victim', () => {});
  test('both', () => {
    throw new Error('body');
  });
});
describe('cleanup', () => {
  beforeEach(() => () => {
    throw new Error('cleanup broke');
  });
  test('victim', () => {});
});
describe('before all', () => {
  beforeAll(() => {
    throw new Error('before all broke');
  });
  test('victim', () => {});
  test('victim 2', () => {});
});
describe('after all', () => {
  afterAll(() => {
    throw new Error('after all broke');
  });
  test('fine', () => {});
});
describe('hook time-out', () => {
  beforeEach(async () => {
    await new Promise(() => {});
  }, 100);
  test('victim', () => {});
});
describe('suite hook time-out', () => {
  beforeAll(async () => {
    await new Promise(() => {});
  }, 100);
  test('victim', () => {});
});
