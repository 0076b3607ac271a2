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
