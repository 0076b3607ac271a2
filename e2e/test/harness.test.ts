import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { exclusively } from '../src/exclusively.js';
import { writeProject } from '../src/project.js';
import { enterWork } from '../src/run-folder.js';
import { runProject } from '../src/run-project.js';

const folder = mkdtempSync(join(tmpdir(), 'holdfast-e2e-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The number of a process that has ended. */
const ended = (): number => spawnSync(process.execPath, ['-e', '']).pid;

/** A process that was killed and not yet waited for still has a number. */
const isAtWork = (pid: number): boolean => {
  const { stdout } = spawnSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' });
  return stdout.trim() !== '' && !stdout.trim().startsWith('Z');
};

describe('a runner that leaves its workers behind', () => {
  const spinning = {
    'spins.test.js': `test('spins', async () => {
  console.log('WORKER ' + process.pid + '.');
  for (;;) await new Promise((resolve) => setImmediate(resolve));
}, 300_000);\n`,
  };
  const workerIn = (output: string): number => Number(/WORKER (\d+)\./.exec(output)?.[1]);

  test.each([
    ['when it is interrupted', { signal: 'SIGINT' }],
    ['when it is killed', { signal: 'SIGKILL' }],
  ] as const)('leaves none behind the harness %s', async (_when, { signal }) => {
    const project = writeProject({ runner: 'vitest-3', mode: 'forks' }, spinning);
    const { stdout } = await runProject(project, {
      limitMs: 600_000,
      interruptWhen: (output) => (workerIn(output) > 0 ? signal : undefined),
    });
    expect(workerIn(stdout)).toBeGreaterThan(0);
    await expect.poll(() => isAtWork(workerIn(stdout)), { timeout: 30_000 }).toBe(false);
  });

  test('leaves none behind the harness when its time is up', async () => {
    let worker = Number.NaN;
    // A busy machine needs longer until the worker is there at all.
    for (let limitMs = 8_000; !(worker > 0) && limitMs < 60_000; limitMs *= 2) {
      const project = writeProject({ runner: 'vitest-3', mode: 'forks' }, spinning);
      worker = workerIn((await runProject(project, { limitMs })).stdout);
    }
    expect(worker).toBeGreaterThan(0);
    await expect.poll(() => isAtWork(worker), { timeout: 30_000 }).toBe(false);
  });
});

describe('several runs at once', () => {
  test('keep out of each other’s folders, and tidy up after those that have ended', () => {
    const work = join(folder, 'work');
    const [own, other, gone] = [process.pid, process.ppid, ended()];
    for (const pid of [other, gone]) mkdirSync(join(work, `run-${pid}`), { recursive: true });
    writeFileSync(join(work, `run-${other}`, 'project'), '');
    mkdirSync(join(work, 'forks-Xy12'));
    expect(enterWork(work, own)).toEqual([other]);
    expect(existsSync(join(work, `run-${other}`, 'project'))).toBe(true);
    expect([`run-${own}`, `run-${gone}`, 'forks-Xy12'].map((name) => existsSync(join(work, name)))).toEqual([
      true,
      false,
      false,
    ]);
  });

  test('set up one after another', async () => {
    const lock = join(folder, 'locks', 'set-up');
    const order: string[] = [];
    await exclusively(
      lock,
      () => order.push('waited'),
      () => order.push('first'),
    );
    writeFileSync(lock, String(ended()));
    await exclusively(
      lock,
      () => order.push('waited'),
      () => order.push('took over'),
    );
    writeFileSync(lock, String(process.pid));
    const second = exclusively(
      lock,
      (holder) => order.push(`waits for ${holder === process.pid}`),
      () => order.push('second'),
    );
    order.push('ends');
    rmSync(lock);
    await second;
    expect(order).toEqual(['first', 'took over', 'waits for true', 'ends', 'second']);
    expect(existsSync(lock)).toBe(false);
  });
});
