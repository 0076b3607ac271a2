import type { Scope } from '@holdfast/fixtures';
import { FixtureValues, openScope, useFixtures } from '@holdfast/fixtures/adapter';
import { type CircusTest, rootBlockOf, titleOf } from '../circus/circus-state.js';
import { LateErrors } from './charge-late-errors.js';
import { givenMembers } from './given-members.js';
import { jestGlobals } from './jest-globals.js';
import { asCurrentTest, circusState, runningTest, testPath } from './running-test.js';

/** Far beyond the limits of the steps, each of which has its own. */
const NO_LIMIT_MS = 2 ** 31 - 1;

interface Hooked {
  readonly hooks: unknown[];
}

/** What the tests of one file hold: for each test that runs what it asked for, and what lives as long as the file. */
export class Attempts {
  readonly #running = new Map<CircusTest, FixtureValues>();
  readonly #closing = new Map<CircusTest, Promise<unknown>>();
  #file: FixtureValues | undefined;
  #hooks: readonly unknown[] = [];
  #lateErrors: LateErrors | undefined;

  /** What fails after its test, for a Jest that does not know whose it is. */
  get lateErrors(): LateErrors {
    this.#lateErrors ??= new LateErrors(circusState());
    return this.#lateErrors;
  }

  /** Defines the hooks that end tests and file, behind all that the file has defined so far. */
  keepHooksLast(): void {
    const root = rootBlockOf(circusState()) as unknown as Hooked;
    if (this.#hooks.length > 0) {
      // Only the hooks of the root come after those of all blocks.
      const others = root.hooks.filter((hook) => !this.#hooks.includes(hook));
      root.hooks.splice(0, root.hooks.length, ...others, ...this.#hooks);
      return;
    }
    const state = circusState() as { currentDescribeBlock?: unknown };
    const block = state.currentDescribeBlock;
    const before = root.hooks.length;
    const { afterEach, afterAll, beforeAll } = jestGlobals();
    state.currentDescribeBlock = root;
    try {
      beforeAll(() => this.keepHooksLast());
      afterEach(() => this.#endTest(), NO_LIMIT_MS);
      afterAll(() => this.#endFile(), NO_LIMIT_MS);
    } finally {
      state.currentDescribeBlock = block;
    }
    const [start, ...ends] = root.hooks.splice(before);
    // At the start of all: hooks that were defined after the last test come before ours then, and whoever else puts
    // hooks behind all others, as the ledger of leaks, does so after us.
    root.hooks.unshift(start);
    root.hooks.push(...ends);
    this.#hooks = ends;
  }

  /** What the test whose code calls holds. */
  current(): FixtureValues {
    const test = runningTest();
    if (test === undefined) throw new Error('Fixtures can be asked for while a test runs.');
    const known = this.#running.get(test);
    if (known !== undefined) return known;
    const current = asCurrentTest(test);
    const scope = openScope({ name: `"${current.title.join(' > ')}"`, test: current });
    const values = new FixtureValues(scope, this.#contextOf(test, scope));
    this.#running.set(test, values);
    return values;
  }

  file(): FixtureValues {
    const opened = this.#file ?? this.#openFile();
    this.#file = opened;
    return opened;
  }

  /** Ends what a concurrent test holds as soon as its body has ended; the error is kept for its hook. */
  bodyEnded(test: CircusTest): Promise<unknown> {
    return this.#close(test).catch(() => {});
  }

  #contextOf(test: CircusTest, scope: Scope): object {
    const context = useFixtures(scope);
    return givenMembers(context, { test, scope, file: () => this.file().scope });
  }

  #openFile(): FixtureValues {
    const scope = openScope({ name: testPath() });
    return new FixtureValues(scope, { fileScope: scope, workerScope: scope });
  }

  #close(test: CircusTest): Promise<unknown> {
    const closing = this.#closing.get(test);
    if (closing !== undefined) return closing;
    const values = this.#running.get(test);
    if (values === undefined) return Promise.resolve();
    const begun = values.scope.close();
    this.#closing.set(test, begun);
    return begun;
  }

  async #endTest(): Promise<void> {
    const test = runningTest();
    if (test === undefined || !this.#running.has(test)) return;
    try {
      await this.#close(test);
    } finally {
      this.#running.delete(test);
      this.#closing.delete(test);
    }
  }

  async #endFile(): Promise<void> {
    // Left where a hook before ours broke off, or where Jest gave up on a concurrent test.
    const rest = [...this.#running.keys()].map((test) =>
      this.#close(test).catch((error: unknown) => {
        throw Object.assign(error as object, { test: titleOf(test).join(' > ') });
      }),
    );
    this.#running.clear();
    const ended = await Promise.allSettled(rest);
    try {
      await this.#file?.scope.close();
    } finally {
      this.#lateErrors?.end();
    }
    const failed = ended.find(({ status }) => status === 'rejected');
    if (failed?.status === 'rejected') throw failed.reason;
  }
}
