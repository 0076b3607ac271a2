import { isJest, type Setting } from '../src/matrix.js';

const header = (setting: Setting): string =>
  isJest(setting)
    ? `const { test, expect } = require('@holdfast/jest');\nconst fs = require('fs');\n`
    : `import { test } from '@holdfast/vitest';\nimport { expect } from 'vitest';\nimport fs from 'node:fs';\n`;

const program = `require('child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 1e6)'], { detached: true, stdio: 'ignore' });
console.log('up');
setInterval(() => {}, 1e6);`;

const using = (name: string): string => `
const program = ${JSON.stringify(program)};

test('${name} has a port, a directory and a process of its own', async ({ port, directory, child }) => {
  const [one, other] = await Promise.all([port(), port()]);
  expect(one).not.toBe(other);
  const path = await directory();
  fs.writeFileSync(path + '/file', 'x');
  const started = await child(process.execPath, { args: ['-e', program], ready: /up/, within: 60_000 });
  expect(started.stdout).toBe('up\\n');
});

test('${name} takes its turn', async ({ mutex, semaphore }) => {
  const inside = process.env.LEASES_FILE;
  await mutex('one file', { shared: true, within: 60_000 }).run(async () => {
    fs.writeFileSync(inside, '', { flag: 'wx' });
    await new Promise((resolve) => setTimeout(resolve, 50));
    fs.rmSync(inside);
  });
  await semaphore('two', 2, { shared: true, within: 60_000 }).run(() => {});
});

test('${name} meets', async ({ barrier }) => {
  const start = barrier(['reader', 'writer'], { name: '${name}', shared: true, within: 60_000 });
  const met = await Promise.all([start.arrive('reader'), start.arrive('writer')]);
  expect(await met[0].startedApart()).toBeGreaterThanOrEqual(0);
});
`;

/** Three files that use what lies outside their process and give it back. */
export const leasingFiles = (setting: Setting): Readonly<Record<string, string>> =>
  Object.fromEntries(['a', 'b', 'c'].map((name) => [`${name}.test.js`, header(setting) + using(name)]));

/** A file that is killed in the middle of all that, where the variable KILL says so, beside two that are not. */
export const killedFiles = (setting: Setting): Readonly<Record<string, string>> => ({
  'killed.test.js': `${header(setting)}
const program = ${JSON.stringify(program)};
test('is killed', async ({ port, directory, child, mutex }) => {
  await port();
  fs.writeFileSync((await directory()) + '/file', 'x');
  await mutex('held', { shared: true }).acquire();
  await child(process.execPath, { args: ['-e', program], ready: /up/, within: 60_000 });
  if (process.env.KILL) process.kill(process.pid, 'SIGKILL');
});\n`,
  'waits.test.js': `${header(setting)}
test('gets the lock of the dead', async ({ mutex }) => {
  await new Promise((resolve) => setTimeout(resolve, 500));
  await mutex('held', { shared: true, within: 60_000 }).run(() => {});
});\n`,
  'other.test.js': `${header(setting)}\ntest('is there', () => {});\n`,
});
