import { stripAnsi } from '../strip-ansi.js';
import type { Frame } from './frame.js';
import { frameOwner, isSameFile } from './frame-owner.js';
import { parseFrame } from './parse-frame.js';
import { projectRoot } from './project-root.js';

const MOST_FRAMES = 40;
/** How V8 begins the first frame: what stands before it is message. */
const FIRST_FRAME = '\n    at ';

/** The frames of one stack, innermost first, at most 40; each is read when it is first asked for. */
export class StackFrames {
  readonly #stack: string;
  readonly #testFile: string | undefined;
  readonly #read: Frame[] = [];
  #next = 0;
  #root: string | null | undefined;

  /**
   * @param testFile the failing test file, from the project's root
   * @param root the project's folder with its last slash, forward slashes. @default what a frame of the test file gives away
   */
  constructor(stack: string, testFile?: string, root?: string) {
    const first = stack.indexOf(FIRST_FRAME);
    // Only what is read is stripped: of a long stack that is a line or two.
    this.#stack = first < 0 ? stripAnsi(stack) : stack;
    this.#testFile = testFile;
    this.#root = root;
    this.#next = Math.max(0, (first < 0 ? this.#stack.indexOf(FIRST_FRAME) : first) + 1);
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

  /** The project's folder with its last slash; undefined where it was not given and the stack does not show it. */
  get root(): string | undefined {
    if (this.#root === undefined)
      this.#root =
        (this.#testFile === undefined ? undefined : projectRoot(this.#stack, this.#testFile)) ?? null;
    return this.#root ?? undefined;
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
      const frame = parseFrame(stripAnsi(line), this.#testFile);
      if (frame === undefined) continue;
      this.#read.push(this.#judgedWithin(frame));
      return true;
    }
    return false;
  }

  /** Folders above the project may be named as those of tests are, and say nothing of the files below. */
  #judgedWithin(frame: Frame): Frame {
    const { owner, file } = frame;
    if (owner !== 'test' || file === undefined) return frame;
    if (this.#testFile !== undefined && isSameFile(file, this.#testFile)) return frame;
    const { root } = this;
    if (root === undefined || root.length < 2 || !file.startsWith(root)) return frame;
    return { ...frame, owner: frameOwner(file.slice(root.length), this.#testFile) };
  }
}

/** Whether somebody can act on a frame: it is neither the runner's nor Node's. */
export const isActionable = ({ owner }: Frame): boolean =>
  owner !== 'runner' && owner !== 'node' && owner !== 'unknown';
