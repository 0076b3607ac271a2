import type { Context } from './context.js';

const FIRST_AFTER_MS = 1_000;
const EVERY_MS = 100;
const CLEAR_LINE = '\r\u001B[K';

export interface Progress {
  /** What is being read, how far that is, and how far it is to go; 0 where nobody knows. */
  show(what: string, done: number, all: number): void;
  clear(): void;
}

const inMegabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;

/** One line on a terminal, for work that takes longer than a second; nothing anywhere else. */
export const createProgress = ({ stderr, errorScreen }: Context): Progress => {
  if (!errorScreen.isTTY) return { show: () => {}, clear: () => {} };
  const startedAt = performance.now();
  let shownAt = startedAt + FIRST_AFTER_MS - EVERY_MS;
  let isShown = false;
  return {
    show(what, done, all) {
      const now = performance.now();
      if (now - shownAt < EVERY_MS) return;
      shownAt = now;
      isShown = true;
      const share = all > 0 ? `${Math.min(100, Math.floor((done / all) * 100))} %` : inMegabytes(done);
      const room = Math.max(10, errorScreen.width - share.length - 4);
      const name = what.length > room ? `…${what.slice(1 - room)}` : what;
      stderr.write(`${CLEAR_LINE}  ${share}  ${name}`);
    },
    clear() {
      if (isShown) stderr.write(CLEAR_LINE);
      isShown = false;
    },
  };
};
