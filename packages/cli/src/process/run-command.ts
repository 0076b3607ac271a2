import { spawn } from 'node:child_process';

export interface CommandRun {
  /** Null where a signal ended it. */
  readonly exitCode: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly durationMs: number;
  /** The end of what it printed, to both outputs. */
  readonly output: string;
}

export interface CommandOptions {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly signal: AbortSignal;
  /** So long the command may take to tidy up once `signal` has aborted, in milliseconds. @default 3000 */
  readonly graceMs?: number;
}

const LONGEST_OUTPUT = 20_000;
const GRACE_MS = 3_000;

/**
 * Runs a command to its end and keeps the end of its output. When `signal` aborts, the command gets SIGTERM with all its
 * own processes, and SIGKILL where that does not end them.
 * @throws what the system says of a program that cannot be started
 */
export const runCommand = (
  [program = '', ...args]: readonly string[],
  { cwd, env, signal, graceMs = GRACE_MS }: CommandOptions,
): Promise<CommandRun> =>
  new Promise((resolve, reject) => {
    const startedAt = performance.now();
    const isWindows = process.platform === 'win32';
    // A group of its own, so that what the command started ends with it.
    const child = spawn(program, args, {
      cwd,
      env: { ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: !isWindows,
      shell: isWindows,
    });
    let output = '';
    const keep = (text: string): void => {
      output = (output + text).slice(-LONGEST_OUTPUT);
    };
    child.stdout.setEncoding('utf8').on('data', keep);
    child.stderr.setEncoding('utf8').on('data', keep);
    const send = (name: NodeJS.Signals): void => {
      try {
        if (child.pid !== undefined && !isWindows) process.kill(-child.pid, name);
        else child.kill(name);
      } catch {
        // It has ended by itself.
      }
    };
    let killing: NodeJS.Timeout | undefined;
    const stop = (): void => {
      send('SIGTERM');
      killing = setTimeout(send, graceMs, 'SIGKILL');
    };
    signal.addEventListener('abort', stop, { once: true });
    child.on('error', reject);
    child.on('close', (exitCode, ending) => {
      clearTimeout(killing);
      signal.removeEventListener('abort', stop);
      resolve({ exitCode, signal: ending, durationMs: performance.now() - startedAt, output });
    });
  });
