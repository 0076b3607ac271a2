/*
 * A runner that dies of a signal leaves its workers behind, Vitest 3 even when it was only interrupted. Each runner
 * therefore leads a group of its own, which ends with it or with the process that started it.
 */

const leaders = new Set<number>();

const end = (leader: number): void => {
  try {
    process.kill(-leader, 'SIGKILL');
  } catch {
    // None of them is left.
  }
};

const endAll = (): void => {
  for (const leader of leaders) end(leader);
};

let isWatching = false;

const watchOwnEnd = (): void => {
  if (isWatching) return;
  isWatching = true;
  process.once('exit', endAll);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      endAll();
      // Sent again to whoever listens, or to end this process.
      process.kill(process.pid, signal);
    });
  }
};

/**
 * Takes charge of the group of a process that was started detached.
 * @returns ends all that is left of the group
 */
export const ownProcessGroup = (leader: number): (() => void) => {
  watchOwnEnd();
  leaders.add(leader);
  return () => {
    leaders.delete(leader);
    end(leader);
  };
};
