import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { runCommand } from '../../src/process/run-command.js';

const node = (code: string): readonly string[] => [process.execPath, '-e', code];
const run = (code: string, controller = new AbortController(), graceMs?: number) =>
  runCommand(node(code), {
    cwd: process.cwd(),
    env: process.env,
    signal: controller.signal,
    ...(graceMs === undefined ? {} : { graceMs }),
  });

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    // One that has ended stays in the list until its parent asks for it, which may be never.
    return process.platform !== 'linux' || !readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') Z ');
  } catch {
    return false;
  }
};

describe('a command that is run', () => {
  it('is told with its exit code and the end of what it printed', async () => {
    expect(await run("console.log('out'); console.error('err'); process.exitCode = 3")).toMatchObject({
      exitCode: 3,
      signal: null,
      output: expect.stringMatching(/^(?:out\nerr|err\nout)\n$/),
    });
  });

  it('is refused where there is no such program', async () => {
    const { signal } = new AbortController();
    await expect(runCommand(['/no/such/program'], { cwd: '/', env: {}, signal })).rejects.toThrow('ENOENT');
  });

  it.runIf(process.platform !== 'win32')(
    'ends with all its processes, also where it does not want to',
    async () => {
      const controller = new AbortController();
      // The parent tidies up for ever; its child says its own id once neither of them can be asked to end any more.
      const child = "process.on('SIGTERM', () => {}); console.log(process.pid); setInterval(() => {}, 1000)";
      const parent = `process.on('SIGTERM', () => {});
      const child = require('node:child_process').spawn(process.execPath, ['-e', ${JSON.stringify(child)}]);
      child.stdout.on('data', (data) => { console.log('child ' + data); process.stdout.write('', () => process.kill(${process.pid}, 'SIGUSR2')); });
      setInterval(() => {}, 1000);`;
      const abort = (): void => controller.abort();
      process.once('SIGUSR2', abort);
      const ended = await run(parent, controller, 50);
      process.off('SIGUSR2', abort);
      expect(ended).toMatchObject({ exitCode: null, signal: 'SIGKILL' });
      const pid = Number(/child (\d+)/.exec(ended.output)?.[1]);
      expect(pid).toBeGreaterThan(0);
      await expect.poll(() => isAlive(pid), { timeout: 5_000 }).toBe(false);
    },
  );
});
