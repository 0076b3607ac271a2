import type { ErrorSnapshot, EvidenceName } from '@holdfast/journal';
import type { Attempt, Failure, Observed } from '../failure.js';
import type { Assertion } from './assertion/assertion.js';
import { parseAssertion } from './assertion/parse-assertion.js';
import { decidingAttempt } from './deciding-error.js';
import type { Facts } from './facts.js';
import type { Frame } from './stack/frame.js';
import { isActionable, StackFrames } from './stack/stack-frames.js';
import { stripAnsi } from './strip-ansi.js';

/** Longest text that rules look at, in characters; of a longer one the head and the tail are kept. */
const LONGEST_TEXT = 6_000;
const KEPT_TAIL = 1_500;
const MOST_ERRORS = 12;

const NOTHING_OBSERVED: Observed = {};

const CODE = /\b(?:E[A-Z]{3,}[A-Z0-9_]*|ERR_[A-Z0-9_]+|[0-9][0-9A-Z]{4}(?=\b)|P[12]\d{3}|SQLITE_[A-Z_]+)\b/g;
/** A code of the system, of Node or of a database: the product repeats it and does not mean its own state. */
const SYSTEM_CODE = /\b(?:E(?!RROR)[A-Z]{4,}|EIO|ERR_[A-Z_]+|[0-9][0-9A-Z]{4} )\b/;
/** The product repeats what a service answered. */
const ANSWER =
  /\b(?:answered|responded|returned|replied|status(?: code)?|HTTP\S*)\b[^\n\d]{0,20}\b[45]\d{2}\b/i;
const LIMIT =
  /\b(?:timeout of|timed out (?:in|after)|exceeded|timeout:?) (\d[\d_,]*(?:\.\d+)?) ?(ms|milliseconds|s|seconds)\b/i;

const cut = (text: string): string =>
  text.length <= LONGEST_TEXT
    ? text
    : `${text.slice(0, LONGEST_TEXT - KEPT_TAIL)}\n${text.slice(text.length - KEPT_TAIL)}`;

const textOf = (error: ErrorSnapshot): string => {
  let text = stripAnsi(cut(error.message));
  const { name, code } = error;
  if (name !== undefined && name !== 'Error' && !text.startsWith(name)) text = `${name}: ${text}`;
  return code === undefined || text.includes(code) ? text : `${text} [${code}]`;
};

const collect = (error: ErrorSnapshot, into: ErrorSnapshot[]): void => {
  if (into.length >= MOST_ERRORS || into.includes(error)) return;
  into.push(error);
  if (error.cause !== undefined) collect(error.cause, into);
  for (const part of error.errors ?? []) collect(part, into);
};

/** Facts of a failure, each worked out on first use and kept. */
export class Digest implements Facts {
  readonly failure: Failure;
  readonly error: ErrorSnapshot | undefined;
  readonly #attempt: Attempt | undefined;
  readonly #root: string | undefined;
  #chain: readonly ErrorSnapshot[] | undefined;
  #text: string | undefined;
  #codes: ReadonlySet<string> | undefined;
  #stack: StackFrames | undefined;
  #topFrame: Frame | null | undefined;
  #place: string | undefined;
  #assertion: Assertion | null | undefined;
  #observed: Observed | undefined;

  /** @param root the project's folder, as `StackFrames` takes it */
  constructor(failure: Failure, root?: string) {
    this.failure = failure;
    this.#root = root;
    this.#attempt = decidingAttempt(failure);
    this.error = this.#attempt?.errors[0];
  }

  get chain(): readonly ErrorSnapshot[] {
    if (this.#chain === undefined) {
      const chain: ErrorSnapshot[] = [];
      if (this.error !== undefined) collect(this.error, chain);
      this.#chain = chain;
    }
    return this.#chain;
  }

  get text(): string {
    if (this.#text === undefined) {
      const { error } = this;
      if (error === undefined) this.#text = '';
      else if (error.cause === undefined && error.errors === undefined) this.#text = textOf(error);
      else this.#text = cut(this.chain.map(textOf).join('\n'));
    }
    return this.#text;
  }

  get codes(): ReadonlySet<string> {
    if (this.#codes === undefined) {
      const codes = new Set<string>(this.text.match(CODE));
      for (const { code } of this.chain) if (code !== undefined) codes.add(code);
      this.#codes = codes;
    }
    return this.#codes;
  }

  get name(): string {
    return this.error?.name ?? /^([A-Z]\w*(?:Error|Exception))\b/.exec(this.text)?.[1] ?? '';
  }

  /** The frames one by one, so that nobody pays for those that nobody asks for. */
  get stack(): StackFrames {
    if (this.#stack === undefined) {
      const stack = this.error?.stack ?? '';
      this.#stack = new StackFrames(cut(stack), this.failure.file, this.#root);
    }
    return this.#stack;
  }

  get frames(): readonly Frame[] {
    return this.stack.all();
  }

  get topFrame(): Frame | undefined {
    if (this.#topFrame === undefined) this.#topFrame = this.stack.find(isActionable) ?? null;
    return this.#topFrame ?? undefined;
  }

  get firstFrame(): Frame | undefined {
    return this.stack.at(0);
  }

  get userFrame(): Frame | undefined {
    return this.stack.find(({ owner }) => owner === 'product' || owner === 'test');
  }

  get projectRoot(): string | undefined {
    return this.stack.root;
  }

  get isOwnWords(): boolean {
    const { error } = this;
    if (error === undefined || error.code !== undefined || this.chain.length > 1) return false;
    return this.firstFrame?.owner === 'product' && !SYSTEM_CODE.test(this.text) && !ANSWER.test(this.text);
  }

  get place(): string {
    this.#place ??= `${this.failure.title.join(' > ')} | ${this.failure.file ?? ''}`.toLowerCase();
    return this.#place;
  }

  get assertion(): Assertion | undefined {
    if (this.#assertion === undefined) this.#assertion = this.#readAssertion() ?? null;
    return this.#assertion ?? undefined;
  }

  get phase() {
    return this.#attempt?.phase ?? 'test';
  }

  get durationMs(): number | undefined {
    return this.#attempt?.durationMs;
  }

  get limitMs(): number | undefined {
    if (this.#attempt?.limitMs !== undefined) return this.#attempt.limitMs;
    const match = LIMIT.exec(this.text);
    if (match === null) return undefined;
    const amount = Number((match[1] as string).replace(/[_,]/g, ''));
    return (match[2] as string).toLowerCase().startsWith('m') ? amount : amount * 1000;
  }

  get machine() {
    return this.#attempt?.machine;
  }

  get observed(): Observed {
    if (this.#observed === undefined) {
      const { observed, flaky, attempts } = this.failure;
      const passed = flaky || (attempts.length > 1 && attempts.some(({ status }) => status === 'passed'));
      this.#observed = passed ? { ...observed, passesOnRerun: true } : (observed ?? NOTHING_OBSERVED);
    }
    return this.#observed;
  }

  evidence(name: EvidenceName): ReturnType<Facts['evidence']> {
    return this.failure.evidence?.findLast((item) => item.name === name)?.data;
  }

  #readAssertion(): Assertion | undefined {
    const { error } = this;
    if (error === undefined) return undefined;
    const parsed = parseAssertion(stripAnsi(error.message));
    if (error.expected === undefined || error.actual === undefined) return parsed;
    const { expected, actual: received } = error;
    if (parsed?.kind === 'length' || parsed?.kind === 'calls') return parsed;
    const { kind = 'equal', negated = false, matcher } = parsed ?? {};
    return matcher === undefined
      ? { kind, negated, expected, received }
      : { kind, negated, matcher, expected, received };
  }
}
