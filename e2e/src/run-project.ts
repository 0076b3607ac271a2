import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Report } from '@holdfast/triage';
import { isJest } from './matrix.js';
import { ownProcessGroup } from './process-groups.js';
import type { Project } from './project.js';
import { nodeBinary, runnerDirectory } from './runner-directory.js';

/** What the runner's own JSON says, as far as both runners say it. */
export interface RunnerJson {
  readonly numTotalTests: number;
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly success: boolean;
  readonly testResults: readonly {
    readonly assertionResults: readonly {
      readonly fullName: string;
      readonly status: string;
      readonly meta?: { readonly holdfast?: Readonly<Record<string, unknown>> };
    }[];
  }[];
}

export interface RunResult {
  readonly exitCode: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly report: Report | undefined;
  readonly runnerJson: RunnerJson | undefined;
  readonly directory: string;
}

export interface RunOptions {
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Called with the output so far; may return a signal to send to the runner, once. */
  readonly interruptWhen?: (output: string) => NodeJS.Signals | undefined;
  /** Sends that signal this much later, in milliseconds. @default 0 */
  readonly interruptDelayMs?: number;
  /** Runs the tests again when a file changes, until a signal comes. @default false */
  readonly watch?: boolean;
  /** Words before the runner's: a command that runs the rest as its own. */
  readonly within?: readonly string[];
  /** @default 'holdfast-report' */
  readonly outputDir?: string;
  /** Gives up after this time, in milliseconds. @default 90_000 */
  readonly limitMs?: number;
}

const readJson = <T>(path: string): T | undefined =>
  existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as T) : undefined;

const commandLine = ({ setting, directory }: Project, { watch = false }: RunOptions): string[] => {
  const modules = join(runnerDirectory(setting.runner), 'node_modules');
  if (!isJest(setting)) {
    return [join(modules, 'vitest', 'vitest.mjs'), watch ? 'watch' : 'run', '--root', directory];
  }
  const workers = setting.mode === 'in-band' ? ['--runInBand'] : ['--maxWorkers=2'];
  // A file of JSON below its root would set off Jest's next run.
  const json = watch ? [] : ['--json', `--outputFile=${join(directory, 'runner.json')}`];
  const again = watch ? ['--watchAll', '--no-watchman'] : [];
  return [join(modules, 'jest', 'bin', 'jest.js'), '--rootDir', directory, ...workers, ...json, ...again];
};

/** Runs the real runner on the project, and gathers what it said and what Holdfast wrote. Leaves no process behind. */
export const runProject = async (project: Project, options: RunOptions = {}): Promise<RunResult> => {
  const { setting, directory } = project;
  const [program = '', ...words] = [
    ...(options.within ?? []),
    nodeBinary(setting.runner),
    ...commandLine(project, options),
    ...(options.args ?? []),
  ];
  const inherited = Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) =>
        !/^(VITEST|JEST|NODE_ENV|NODE_OPTIONS|HOLDFAST|GITHUB|CI$|TINYPOOL|TEST$|MODE$|DEV$|PROD$|SSR$|BASE_URL$)/.test(
          name,
        ),
    ),
  );
  const child = spawn(program, words, {
    cwd: directory,
    env: { ...inherited, NO_COLOR: '1', ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const endGroup = child.pid === undefined ? () => {} : ownProcessGroup(child.pid);
  let stdout = '';
  let stderr = '';
  let interrupted = false;
  const look = (): void => {
    const signal = interrupted ? undefined : options.interruptWhen?.(stdout + stderr);
    if (signal === undefined) return;
    interrupted = true;
    setTimeout(() => child.kill(signal), options.interruptDelayMs ?? 0);
  };
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    stdout += chunk;
    look();
  });
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    stderr += chunk;
    look();
  });
  const limit = setTimeout(endGroup, options.limitMs ?? 90_000);
  // Workers that outlive their runner hold its output open: without this, nobody would see its end.
  child.on('exit', endGroup);
  const [exitCode, signal] = await new Promise<[number | null, NodeJS.Signals | null]>((resolve) => {
    child.on('error', () => resolve([null, null]));
    child.on('close', (code, killedBy) => resolve([code, killedBy]));
  });
  clearTimeout(limit);
  return {
    exitCode,
    signal,
    stdout,
    stderr,
    report: readJson<Report>(join(directory, options.outputDir ?? 'holdfast-report', 'report.json')),
    runnerJson: readJson<RunnerJson>(join(directory, 'runner.json')),
    directory,
  };
};
