import { describe, expect, it } from 'vitest';
import { readText } from './read-text.js';
import { recorded } from './recordings/recorded.js';
import { RECORDINGS } from './recordings.data.js';

describe.each(RECORDINGS)('$file', (expected) => {
  const { file, format, tool, passed, failed, skipped, todo, other, flaky } = expected;

  it('is read whole: as many tests and other failures as the tool told of', async () => {
    const { logs, failures, problems } = await readText(recorded(file));
    const [log] = logs;
    expect(problems).toEqual([]);
    expect(log).toMatchObject({
      format,
      tool,
      tests: { passed, failed, skipped, todo },
      otherFailures: other,
    });
    expect(failures.filter(({ test }) => test.flaky === true)).toHaveLength(flaky);
    expect(failures.filter(({ test }) => test.status === 'failed')).toHaveLength(failed + other);
  });

  it('agrees with the figures that the tool printed itself', async () => {
    const [log] = (await readText(recorded(file))).logs;
    const { tests = 0, declared, otherFailures = 0 } = log ?? {};
    if (declared === null || declared === undefined || tests === 0) return;
    const counted = tests.passed + tests.failed + tests.skipped + tests.todo;
    if (declared.tests !== undefined) expect(counted).toBe(declared.tests);
    for (const [status, count] of Object.entries(declared)) {
      const found = tests[status as keyof typeof tests];
      // JUnit counts what else failed among the failures; node:test counts a suite for its tests.
      if (status === 'failed' && declared.tests === undefined)
        expect(found + otherFailures).toBeGreaterThanOrEqual(count);
      else if (status !== 'tests') expect(found, status).toBe(count);
    }
  });

  it('is read the same in pieces of any size', async () => {
    const text = recorded(file);
    const whole = await readText(text);
    for (const pieceBytes of [1, 7, 1000]) {
      const pieces = await readText(text, pieceBytes);
      expect(pieces.logs).toEqual(whole.logs);
      expect(pieces.failures).toEqual(whole.failures);
    }
  });

  it('says of every failure what was said, and of a test its title', async () => {
    const { failures } = await readText(recorded(file));
    for (const { test } of failures.filter(({ test }) => test.status === 'failed')) {
      if (test.kind === undefined || test.kind === 'test') expect(test.title.length).toBeGreaterThan(0);
      const errors = test.attempts?.at(-1)?.errors ?? test.errors ?? [];
      expect(errors[0]?.message, test.title.join(' > ')).toMatch(/\S/);
    }
  });
});

const failureOf = async (file: string, title: string) => {
  const { failures } = await readText(recorded(`recorded/${file}`));
  const found = failures.find(({ test }) => test.title.at(-1) === title)?.test;
  return { ...found, error: found?.attempts?.at(-1)?.errors[0] ?? found?.errors?.[0] };
};

describe('of one failure', () => {
  it.each([
    'jest.json',
    'jest-console.txt',
    'jest-console-verbose-colors.txt',
    'jest-ctrf.json',
    'vitest.json',
    'vitest-blob.json',
    'vitest-console.txt',
    'vitest-junit.xml',
    'vitest-tap.tap',
    'vitest-tap-flat.tap',
    'playwright-junit.xml',
    'playwright-ctrf.json',
  ])('%s keeps levels, class, message and the frame of the product', async (file) => {
    const { title, error } = await failureOf(file, 'reads a price that is missing');
    expect(title).toEqual(['cart', 'reads a price that is missing']);
    expect(error?.name).toBe('TypeError');
    expect(error?.message.split('\n')[0]).toBe("Cannot read properties of undefined (reading 'amount')");
    if (!file.endsWith('flat.tap')) expect(error?.stack).toMatch(/src\/cart\.js:8/);
  });

  it.each([
    'jest.json',
    'vitest.json',
    'vitest-console.txt',
    'jest-console.txt',
    'vitest-tap.tap',
    'mocha-xunit.xml',
  ])('%s keeps signs of markup in a title', async (file) => {
    const { title } = await failureOf(file, 'keeps "quotes" & <tags> ]]> in its title');
    expect(title?.at(-1)).toBe('keeps "quotes" & <tags> ]]> in its title');
  });

  it.each([
    'pytest.txt',
    'pytest-v-short.txt',
    'pytest-vv-long-colors.txt',
    'pytest-v-xdist.txt',
    'pytest-junit.xml',
  ])('%s keeps file, class, parameter and both errors of a chain', async (file) => {
    const parameter = await failureOf(file, 'test_keeps_names[a::b - c]');
    expect(parameter).toMatchObject({
      file: 'tests/test_cart.py',
      title: ['TestDiscount', 'test_keeps_names[a::b - c]'],
    });
    const { error } = await failureOf(file, 'test_waits_for_an_answer');
    expect(error?.name).toBe('TimeoutError');
    expect(error?.cause?.message).toContain('CancelledError');
    const pool = await failureOf(file, 'test_takes_a_connection');
    expect(pool.error).toMatchObject({ name: 'PoolExhausted' });
    expect(pool.error?.stack).toMatch(/\n {4}shop\.py:23: in [\s\S]*test_cart\.py:37: in/);
  });

  it.each(['exunit.txt', 'exunit-trace-colors.txt'])(
    '%s keeps module, place, exit and frames',
    async (file) => {
      const { title, file: path, line, error } = await failureOf(file, 'waits for all workers');
      expect({ title, path, line }).toEqual({
        title: ['ShopTest', 'waits for all workers'],
        path: 'test/shop_test.exs',
        line: 18,
      });
      expect(error?.message).toMatch(/exited in: Task\.await_many[\s\S]*\*\* \(EXIT\) time out/);
      expect(error?.stack).toContain('(elixir 1.14.0) lib/task.ex:956: Task.await_many/5');
    },
  );

  it('Playwright gives every attempt an error of its own', async () => {
    const { attempts } = await failureOf('playwright-junit.xml', 'reads a price that is missing');
    expect(attempts?.map(({ number, status }) => [number, status])).toEqual([
      [1, 'failed'],
      [2, 'failed'],
    ]);
    expect(attempts?.[0]?.errors[0]?.name).toBe('TypeError');
  });

  it('a build that failed is no empty success', async () => {
    const { problems } = await readText(recorded('recorded/gotestsum-no-build-junit.xml'));
    expect(problems).toEqual([
      { log: 'a.log', reason: 'it counts 0 tests and 1 errors, and lists none of them' },
    ]);
  });
});

describe('dialects by their documentation', () => {
  it('Surefire: reruns are attempts, and a flaky failure belongs to a test that passed', async () => {
    const { logs, failures, problems } = await readText(recorded('written/surefire.xml'));
    expect(problems).toEqual([]);
    expect(logs[0]?.tests).toEqual({ passed: 2, failed: 2, skipped: 1, todo: 0 });
    const [missing, refused, flaky] = failures.map(({ test }) => test);
    expect(missing).toMatchObject({ title: ['shop.CartTest', 'readsAPriceThatIsMissing'] });
    expect(missing?.attempts).toHaveLength(2);
    expect(refused?.attempts?.[0]?.errors[0]).toMatchObject({ name: 'java.net.ConnectException' });
    expect(flaky).toMatchObject({ status: 'passed', flaky: true });
    expect(flaky?.attempts?.map(({ status }) => status)).toEqual(['failed', 'passed']);
  });

  it("ExUnit's formatter: module, test and the failure as the console prints it", async () => {
    const { failures, logs } = await readText(recorded('written/exunit-formatter.xml'));
    expect(logs[0]?.tests).toEqual({ passed: 1, failed: 1, skipped: 0, todo: 0 });
    expect(failures[0]?.test).toMatchObject({
      file: 'test/shop_test.exs',
      title: ['ShopTest', 'waits for all workers'],
    });
    expect(failures[0]?.test.attempts?.[0]?.errors[0]?.message).toMatch(
      /^\*\* \(exit\) exited in: Task\.await_many/,
    );
  });
});
