import { spawnSync } from 'node:child_process';
import { mkdirSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sampleProject } from '../../scripts/pack/sample-project.mjs';
import { root } from '../../scripts/workspace/root.mjs';

/** Folder of a package as another one finds it. */
const packageBeside = (folder: string, name: string): string =>
  dirname(createRequire(join(folder, 'package.json')).resolve(`${name}/package.json`));

const runnerFolder = (runner: string, name: string): string =>
  realpathSync(join(root, 'e2e/runners', runner, 'node_modules', name));

const link = (directory: string, name: string, target: string): void => {
  const place = join(directory, 'node_modules', name);
  rmSync(place, { recursive: true, force: true });
  mkdirSync(dirname(place), { recursive: true });
  symlinkSync(target, place, 'junction');
};

const linkJest = (directory: string, runner: string): void => {
  const jest = runnerFolder(runner, 'jest');
  const runtime = packageBeside(packageBeside(jest, '@jest/core'), 'jest-runtime');
  const globals = packageBeside(runtime, '@jest/globals');
  link(directory, 'jest', jest);
  link(directory, '@jest/globals', globals);
  link(directory, 'expect', packageBeside(packageBeside(globals, '@jest/expect'), 'expect'));
};

const tsconfig = (types: readonly string[]): string =>
  JSON.stringify({
    compilerOptions: {
      target: 'ES2022',
      module: 'ESNext',
      moduleResolution: 'bundler',
      strict: true,
      noEmit: true,
      skipLibCheck: true,
      types,
    },
  });

/** Every assertion, and what must not compile. */
const assertions = (runner: 'jest' | 'vitest'): string => `
import { budget, concurrently, eventually, monitor, retry } from '@holdfast/${runner}';
test('assertions', async () => {
  const load = await concurrently(10, async ({ index }) => index, { together: true });
  expect(load).toSucceedAtLeast(0.9);
  expect(load).toSucceedAtLeast('target', { confidence: 0.95 });
  expect(load).not.toFailAtMost({ ci: 0.1, default: 0.05 });
  expect(load).toOverlap({ atLeast: 2 });
  expect(load).toShowContention();
  expect(monitor().report()).toStayWithin({ cpu: 0.9 });
  await expect(() => 1).toFinishWithin(budget.time(100));
  await expect(Promise.resolve(load)).resolves.toSucceedAtLeast(0.9);
  expect({ load }).toEqual({ load: expect.toSucceedAtLeast(0.9) });
  const value: number = await eventually(() => 3, { within: 50 });
  const either: number | false = await eventually(() => value > 2 && value);
  const list: number[] | false = await eventually(async () => value > 2 && [value]);
  await eventually(() => expect(list).toBe(either));
  const found: number | undefined = await eventually(() => [3].find(Boolean), { until: (id) => id === 3 });
  // @ts-expect-error what may be undefined needs until
  await eventually(() => [3].find(Boolean));
  // @ts-expect-error an answer that comes later counts as yes
  await eventually(() => found, { until: async () => true });
  const user: string = await retry(async () => 'user', { attempts: 2 });
  // @ts-expect-error a rate is a number, a name or a table
  expect(load).toSucceedAtLeast('most');
  // @ts-expect-error a rate is needed
  expect(load).toFailAtMost();
  // @ts-expect-error no such option
  expect(load).toOverlap({ least: 2 });
  // @ts-expect-error no such resource
  expect(monitor().report()).toStayWithin({ disk: 1 });
  // @ts-expect-error a limit in milliseconds is needed
  await expect(() => 1).toFinishWithin();
  // @ts-expect-error no assertion of this name
  expect(load).toSucceedSometimes(0.9);
  return [value, user];
});
`;

/** The test function with its fixtures, and what must not compile. */
const testFunction = (runner: 'jest' | 'vitest'): string => `
import { createScope, describe, expect, type Scope, test, useFixtures } from '@holdfast/${runner}';

interface User { readonly name: string }
const own = test.extend<{ unit: string; user: User }>({
  unit: 'kg',
  user: async ({ names, unit }, use) => {
    await use({ name: names.unique('user', { for: 'postgres' }) + unit });
  },
});

describe('typed', () => {
  test('fixtures', async ({ scope, names, overrides, fileScope }) => {
    const one: Scope = scope;
    const name: string = names.unique('orders');
    overrides.env({ API_URL: name, OTHER: undefined });
    fileScope.defer('end', () => one.signal.aborted, { within: 5 });
    expect(name).toBe(name);
  }, 1_000);
  test('options', { retry: { attempts: 2 }, timeout: 500 }, ({ skip }) => skip('not here'));
  test.only('only', ({ scope }) => scope.name);
  test.concurrent('concurrent', async ({ names }) => names.unique('x'));
  test.skipIf(true)('skipped', ({ names }) => names.unique('x'));
  test.todo('later');
  test.each([[1, 'a'], [2, 'b']] as const)('%i %s', (count, text, { names }) => {
    const both: [1 | 2, 'a' | 'b'] = [count, text];
    return names.unique(String(both));
  });
  test.each([1, 2])('%i', (count, { names }) => names.unique(count.toFixed()));
  test.for([{ size: 1 }])('$size', ({ size }, { names }) => names.unique(size.toFixed()));
  test.beforeEach(({ scope }) => scope.defer('end', () => {}));
  own('team fixtures', ({ user, unit, scope }) => user.name + unit + scope.name);

  // @ts-expect-error no such fixture
  test('wrong', ({ nmaes }) => nmaes);
  // @ts-expect-error no such system
  test('wrong', ({ names }) => names.unique('orders', { for: 'oracle' }));
  // @ts-expect-error a variable is a text
  test('wrong', ({ overrides }) => overrides.env({ PORT: 5 }));
  // @ts-expect-error a step has a name
  test('wrong', ({ scope }) => scope.defer(() => {}));
  // @ts-expect-error the team's fixture has no such member
  own('wrong', ({ user }) => user.age);
  // @ts-expect-error no such fixture to build upon
  test.extend<{ a: number }>({ a: async ({ nothing }, use) => use(nothing) });
  // @ts-expect-error the value is of another type
  test.extend<{ a: number }>({ a: 'text' });
});

const byHand = async (): Promise<string> => {
  const scope = createScope({ name: 'by hand' });
  const { names } = useFixtures(scope);
  await scope.close();
  return names.unique('x');
};
void byHand;
`;

const check = (directory: string) => {
  const { status, stdout } = spawnSync(
    process.execPath,
    [join(directory, 'node_modules/typescript/bin/tsc'), '-p', '.', '--pretty', 'false'],
    { cwd: directory, encoding: 'utf8' },
  );
  return { status, stdout };
};

describe.each(['jest-29', 'jest-30'])('in TypeScript, with %s', (runner) => {
  it('the assertions are typed on the expect of @jest/globals', () => {
    const directory = sampleProject(`types-globals-${runner}`, {
      'tsconfig.json': tsconfig([]),
      'a.test.ts': `import { expect, test } from '@jest/globals';\n${assertions('jest')}`,
    });
    linkJest(directory, runner);
    expect(check(directory)).toEqual({ status: 0, stdout: '' });
  });

  it('the test function is typed with its fixtures', () => {
    const directory = sampleProject(`types-test-${runner}`, {
      'tsconfig.json': tsconfig([]),
      'a.test.ts': testFunction('jest'),
    });
    linkJest(directory, runner);
    expect(check(directory)).toEqual({ status: 0, stdout: '' });
  });

  it('the assertions are typed on the global expect of @types/jest', () => {
    const directory = sampleProject(`types-global-${runner}`, {
      'tsconfig.json': tsconfig(['jest', '@holdfast/jest']),
      'a.test.ts': assertions('jest'),
    });
    linkJest(directory, runner);
    link(directory, '@types/jest', realpathSync(join(root, 'e2e/node_modules/@types/jest')));
    expect(check(directory)).toEqual({ status: 0, stdout: '' });
  });
});

describe.each(['vitest-3', 'vitest-4', 'vitest-5'])('in TypeScript, with %s', (runner) => {
  it('the assertions are typed', () => {
    const directory = sampleProject(`types-${runner}`, {
      'tsconfig.json': tsconfig([]),
      'a.test.ts': `import { expect, test } from 'vitest';\n${assertions('vitest')}`,
    });
    link(directory, 'vitest', runnerFolder(runner, 'vitest'));
    expect(check(directory)).toEqual({ status: 0, stdout: '' });
  });

  it('the test function is typed with its fixtures', () => {
    const directory = sampleProject(`types-test-${runner}`, {
      'tsconfig.json': tsconfig([]),
      'a.test.ts': testFunction('vitest'),
    });
    link(directory, 'vitest', runnerFolder(runner, 'vitest'));
    expect(check(directory)).toEqual({ status: 0, stdout: '' });
  });

  it('the assertions are typed where nothing of Holdfast is imported', () => {
    const directory = sampleProject(`types-alone-${runner}`, {
      'tsconfig.json': tsconfig(['@holdfast/vitest/matchers']),
      'a.test.ts': `import { expect, test } from 'vitest';
test('typed', () => {
  expect({ successes: 1, failures: 1, total: 2 }).toSucceedAtLeast(0.5);
  // @ts-expect-error no such option
  expect(1).toOverlap({ least: 2 });
});
`,
    });
    link(directory, 'vitest', runnerFolder(runner, 'vitest'));
    expect(check(directory)).toEqual({ status: 0, stdout: '' });
  });
});
