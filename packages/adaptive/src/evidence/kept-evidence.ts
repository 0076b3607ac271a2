/** Writes a fact to an attempt's record, or to the file's where there is no attempt. */
export type WriteEvidence<Attempt> = (attempt: Attempt | undefined, name: string, data: object) => void;

interface Fact {
  readonly name: string;
  readonly data: object;
  readonly text: string;
}

/** A loop must not fill the worker's memory; a failure is not read for longer either. */
const MOST = 100;

const add = (facts: Fact[], name: string, data: object): void => {
  const text = JSON.stringify(data);
  if (facts.length >= MOST || facts.some((fact) => fact.name === name && fact.text === text)) return;
  facts.push({ name, data, text });
};

/**
 * For adapters: facts that are written only where something fails. Equal ones are kept once, and at most 100 for each
 * attempt, for the file and for tests that run at the same time.
 */
export class KeptEvidence<Attempt extends object> {
  readonly #write: WriteEvidence<Attempt>;
  readonly #ofAttempts = new Map<Attempt, Fact[]>();
  readonly #ofFile: Fact[] = [];
  #ofSeveral: Fact[] = [];

  constructor(write: WriteEvidence<Attempt>) {
    this.#write = write;
  }

  /** A fact of an attempt that runs. */
  keep(attempt: Attempt, name: string, data: object): void {
    const facts = this.#ofAttempts.get(attempt) ?? [];
    this.#ofAttempts.set(attempt, facts);
    add(facts, name, data);
  }

  /** A fact from a time without a test: while the file loaded, or in a hook around all tests. Every test may use it. */
  keepForFile(name: string, data: object): void {
    add(this.#ofFile, name, data);
  }

  /** A fact of one of several tests that run at the same time, where nobody can tell of which. */
  keepForSeveral(name: string, data: object): void {
    add(this.#ofSeveral, name, data);
  }

  /** The attempt ended. Where it failed, what it kept is written, and what every test may have used. */
  ended(attempt: Attempt, hasFailed: boolean): void {
    const facts = this.#ofAttempts.get(attempt) ?? [];
    this.#ofAttempts.delete(attempt);
    if (!hasFailed) return;
    for (const { name, data } of [...this.#ofFile, ...facts]) this.#write(attempt, name, data);
    for (const { name, data } of this.#ofSeveral) this.#write(undefined, name, data);
    this.#ofSeveral = [];
  }

  /** Something failed that is no test's: the file did not load, or a hook around all tests failed. */
  fileFailed(): void {
    for (const { name, data } of [...this.#ofFile, ...this.#ofSeveral]) this.#write(undefined, name, data);
    this.#ofSeveral = [];
  }
}
