import { writeSync } from 'node:fs';

const STANDARD_ERROR = 2;
const TRIES = 200;

const isFull = (error: unknown): boolean => (error as { code?: unknown } | null)?.code === 'EAGAIN';

/**
 * Prints at once, past the stream: Jest silences its streams before it exits. A pipe that is full for long loses the
 * rest.
 */
export const printAtEnd = (text: string): void => {
  let rest = Buffer.from(text);
  for (let tries = 0; rest.length > 0 && tries < TRIES; tries++) {
    try {
      rest = rest.subarray(writeSync(STANDARD_ERROR, rest));
    } catch (error) {
      if (!isFull(error)) return;
    }
  }
};

/** Prints where Jest prints its own summary, after all that was printed before. */
export const print = (text: string): void => {
  process.stderr.write(text);
};
