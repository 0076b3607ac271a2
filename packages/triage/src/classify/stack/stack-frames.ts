import type { Frame } from './frame.js';
import { parseFrame } from './parse-frame.js';

const MOST_FRAMES = 40;
/** How V8 begins the first frame: what stands before it is message. */
const FIRST_FRAME = '\n    at ';

/** The frames of one stack, innermost first, at most 40; each is read when it is first asked for. */
export class StackFrames {
  readonly #stack: string;
  readonly #testFile: string | undefined;
  readonly #read: Frame[] = [];
  #next = 0;

  constructor(stack: string, testFile?: string) {
    this.#stack = stack;
    this.#testFile = testFile;
    this.#next = Math.max(0, stack.indexOf(FIRST_FRAME) + 1);
  }

  /** The frame of this number, from 0; undefined beyond the last. */
  at(index: number): Frame | undefined {
    while (this.#read.length <= index && this.#readNext());
    return this.#read[index];
  }

  /** The first frame that is of these. */
  find(wanted: (frame: Frame) => boolean): Frame | undefined {
    for (let index = 0, frame = this.at(0); frame !== undefined; index += 1, frame = this.at(index)) {
      if (wanted(frame)) return frame;
    }
    return undefined;
  }

  all(): readonly Frame[] {
    this.at(MOST_FRAMES);
    return this.#read;
  }

  /** Goes on to the next frame; false where there is none. */
  #readNext(): boolean {
    const stack = this.#stack;
    while (this.#next < stack.length && this.#read.length < MOST_FRAMES) {
      const end = stack.indexOf('\n', this.#next);
      const line = stack.slice(this.#next, end < 0 ? stack.length : end);
      this.#next = end < 0 ? stack.length : end + 1;
      const frame = parseFrame(line, this.#testFile);
      if (frame === undefined) continue;
      this.#read.push(frame);
      return true;
    }
    return false;
  }
}

/** Whether somebody can act on a frame: it is neither the runner's nor Node's. */
export const isActionable = ({ owner }: Frame): boolean =>
  owner !== 'runner' && owner !== 'node' && owner !== 'unknown';
