import { afterEach, beforeEach, expect, it } from 'vitest';
import { retryTests } from '../../src/retry/retry-tests.js';

interface Block {
  readonly name: string;
  readonly type: 'describeBlock';
  readonly hooks: readonly { readonly fn: () => Promise<void> }[];
  readonly children: Child[];
}
interface Test {
  readonly name: string;
  readonly type: 'test';
  readonly parent: Block;
  readonly concurrent?: boolean;
  invocations: number;
  errors: unknown[];
}
type Child = Block | Test;

const STATE = Symbol('JEST_STATE_SYMBOL');
const sandbox = globalThis as { [STATE]?: object };
const refused = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
let block: Block;

beforeEach(() => {
  block = { name: 'ROOT_DESCRIBE_BLOCK', type: 'describeBlock', hooks: [], children: [] };
  sandbox[STATE] = { unhandledErrors: [], rootDescribeBlock: block, currentDescribeBlock: block };
});
afterEach(() => {
  delete sandbox[STATE];
});

const define = (name: string, more: Partial<Test> = {}): void => {
  block.children.push({ name, type: 'test', parent: block, invocations: 0, errors: [], ...more });
};

/** Runs a block as circus does: child by child, off the list's own iterator. */
const runBlock = async (at: Block, attempt: (test: Test) => unknown[]): Promise<string[]> => {
  const order: string[] = [];
  for (const hook of at.hooks) await hook.fn();
  for (const child of at.children) {
    if (child.type === 'describeBlock') {
      order.push(...(await runBlock(child, attempt)));
      continue;
    }
    child.invocations += 1;
    child.errors.push(...attempt(child));
    order.push(`${child.name} ${child.invocations}`);
  }
  return order;
};

const untilAttempt =
  (last: number, error: unknown) =>
  ({ invocations }: Test): unknown[] =>
    invocations < last ? [[error, new Error('mark')]] : [];

it('gives a test again, before the next one, until it passes', async () => {
  retryTests(() => define('a'), { delay: 1 });
  define('b');
  expect(await runBlock(block, untilAttempt(3, refused))).toEqual(['a 1', 'a 2', 'a 3', 'b 1']);
});

it('ends with the last attempt, whose errors stay', async () => {
  retryTests(() => define('a'), { attempts: 2, delay: 0 });
  expect(await runBlock(block, untilAttempt(9, refused))).toEqual(['a 1', 'a 2']);
  expect((block.children[0] as Test).errors).toHaveLength(1);
});

it('does not give a test again for a mistake', async () => {
  retryTests(() => define('a'), true);
  expect(await runBlock(block, untilAttempt(3, new TypeError('x')))).toEqual(['a 1']);
});

it('leaves alone what was defined before and after', async () => {
  define('before');
  retryTests(() => define('a'), { delay: 0 });
  define('after');
  expect(await runBlock(block, untilAttempt(2, refused))).toEqual(['before 1', 'a 1', 'a 2', 'after 1']);
});

it('gives every test once to whoever only walks the tree, also after the run', async () => {
  retryTests(() => define('a'), { attempts: 2, delay: 0 });
  (block.children[0] as Test).errors.push(refused);
  expect([...block.children].map(({ name }) => name)).toEqual(['a']);
  (block.children[0] as Test).errors.length = 0;
  await runBlock(block, untilAttempt(9, refused));
  expect([...block.children].map(({ name }) => name)).toEqual(['a']);
});

it('keeps to the order of a list that is shuffled in place', async () => {
  retryTests(() => define('a'), { attempts: 2, delay: 0 });
  define('b');
  block.children.reverse();
  expect(await runBlock(block, untilAttempt(2, refused))).toEqual(['b 1', 'a 1', 'a 2']);
});

it('refuses concurrent tests', () => {
  expect(() => retryTests(() => define('a', { concurrent: true }), true)).toThrow(
    /no option of a concurrent test/,
  );
});

it('defines the test and nothing else without jest-circus', () => {
  delete sandbox[STATE];
  retryTests(() => define('a'), true);
  expect(block.children).toHaveLength(1);
});
