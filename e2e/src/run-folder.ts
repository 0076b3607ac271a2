import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { RunnerId } from './matrix.js';
import { runnerDirectory } from './runner-directory.js';

/** Names the run to the processes that its tests run in. */
export const RUN_VARIABLE = 'E2E_RUN';

const NAME = /^run-(\d+)$/;

/** Whether a process is there; one that may not be asked is. */
const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as { code?: unknown }).code === 'EPERM';
  }
};

/** Where a run of the end-to-end tests writes the projects of one runner. Other runs have folders of their own. */
export const runFolder = (runner: RunnerId): string =>
  join(runnerDirectory(runner), 'work', `run-${process.env[RUN_VARIABLE] ?? process.pid}`);

/**
 * Makes the folder of a run below `work`, and removes what runs that have ended left there.
 * @param pid process of the run
 * @returns processes of other runs that are under way
 */
export const enterWork = (work: string, pid: number): readonly number[] => {
  mkdirSync(join(work, `run-${pid}`), { recursive: true });
  const others: number[] = [];
  for (const name of readdirSync(work)) {
    const owner = Number(NAME.exec(name)?.[1]);
    if (owner === pid) continue;
    if (isAlive(owner)) others.push(owner);
    else rmSync(join(work, name), { recursive: true, force: true });
  }
  return others;
};
