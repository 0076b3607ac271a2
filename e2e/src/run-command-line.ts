import { execFile, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { isJest } from './matrix.js';
import type { Project } from './project.js';
import { nodeBinary, runnerDirectory } from './runner-directory.js';

/** The command line as it was built. */
export const HOLDFAST = fileURLToPath(new URL('../../packages/cli/dist/holdfast.mjs', import.meta.url));

export interface CommandLineResult {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** What `--json` printed. */
  // biome-ignore lint/suspicious/noExplicitAny: each command has a shape of its own
  readonly json: any;
}

const cleanEnvironment = (more: Readonly<Record<string, string>>): NodeJS.ProcessEnv => {
  const inherited = Object.entries(process.env).filter(
    ([name]) =>
      !/^(VITEST|JEST|NODE_ENV|NODE_OPTIONS|HOLDFAST|GITHUB|CI$|TINYPOOL|TEST$|MODE$|DEV$|PROD$|SSR$|BASE_URL$)/.test(
        name,
      ),
  );
  return { ...Object.fromEntries(inherited), NO_COLOR: '1', ...more };
};

/** Runs `holdfast` with these words in a folder. */
export const runCommandLine = (
  directory: string,
  words: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<CommandLineResult> =>
  new Promise((resolve) => {
    const options = { cwd: directory, env: cleanEnvironment(environment), maxBuffer: 64 * 2 ** 20 };
    execFile(process.execPath, [HOLDFAST, ...words], options, (error, stdout, stderr) => {
      const exitCode = error === null ? 0 : typeof error.code === 'number' ? error.code : null;
      const json = words.includes('--json') && stdout !== '' ? JSON.parse(stdout) : undefined;
      resolve({ exitCode, stdout, stderr, json });
    });
  });

/** Starts `holdfast` for who wants to end it before it is done. */
export const startCommandLine = (directory: string, words: readonly string[]) =>
  spawn(process.execPath, [HOLDFAST, ...words], {
    cwd: directory,
    env: cleanEnvironment({}),
    stdio: 'ignore',
  });

/** The words with which the project's runner is run from its folder. */
export const testCommand = ({ setting, directory }: Project): readonly string[] => {
  const modules = `${runnerDirectory(setting.runner)}/node_modules`;
  return isJest(setting)
    ? [nodeBinary(setting.runner), `${modules}/jest/bin/jest.js`, '--rootDir', directory, '--runInBand']
    : [nodeBinary(setting.runner), `${modules}/vitest/vitest.mjs`, 'run', '--root', directory];
};
