import { AsyncLocalStorage } from 'node:async_hooks';
import { HOLDFASTS_OWN } from '@holdfast/journal/sandbox';
import type { CircusState, CircusTest } from '../circus/circus-state.js';

type Emit = (...values: unknown[]) => boolean;
/** Tells of an error that nobody caught, with the test that set it off as the one that runs. */
type Charge = (tell: () => boolean) => boolean;

const CHARGE = Symbol.for('holdfast.jest.late-errors');
const EVENTS: readonly unknown[] = ['unhandledRejection', 'uncaughtException'];

interface Watched {
  emit: Emit;
  [CHARGE]?: Charge | undefined;
}

/** Once in a process, which runs many test files: each sets what is to be done while it runs. */
const setCharge = (host: Watched, charge: Charge | undefined): void => {
  const isWatched = CHARGE in host;
  Object.defineProperty(host, CHARGE, { configurable: true, value: charge });
  if (isWatched) return;
  const { emit } = host;
  const watchedEmit = function (this: Watched, ...values: unknown[]): boolean {
    const tell = (): boolean => Reflect.apply(emit, this, values);
    const current = host[CHARGE];
    return current !== undefined && EVENTS.includes(values[0]) ? current(tell) : tell();
  };
  host.emit = Object.assign(watchedEmit, { [HOLDFASTS_OWN]: true });
};

/**
 * Jest 29 charges an error that nobody caught to whatever test runs by then. Here the code of each test is followed, and
 * circus is told of the error as if that test were running still. Jest 30 does the same by itself.
 */
export class LateErrors {
  readonly #state: CircusState & { readonly parentProcess?: Watched };
  #storage: AsyncLocalStorage<CircusTest> | undefined;

  constructor(state: CircusState) {
    this.#state = state;
  }

  /** Runs the code of a test; what of it fails late is the test's. */
  run<Value>(test: CircusTest, action: () => Value): Value {
    const host = this.#state.parentProcess;
    if (host === undefined) return action();
    this.#storage ??= new AsyncLocalStorage();
    setCharge(host, (tell) => this.#charge(tell));
    return this.#storage.run(test, action);
  }

  /** The file is through: what fails from here on is nobody's. */
  end(): void {
    const host = this.#state.parentProcess;
    if (this.#storage !== undefined && host !== undefined) setCharge(host, undefined);
  }

  #charge(tell: () => boolean): boolean {
    const state = this.#state;
    const starter = this.#storage?.getStore();
    const before = Object.getOwnPropertyDescriptor(state, 'currentlyRunningTest');
    if (starter === undefined || starter === state.currentlyRunningTest || before === undefined)
      return tell();
    // Past whoever watches the member: no test begins or ends.
    Object.defineProperty(state, 'currentlyRunningTest', { ...DATA, value: starter });
    try {
      return tell();
    } finally {
      Object.defineProperty(state, 'currentlyRunningTest', before);
    }
  }
}

const DATA = { configurable: true, enumerable: true, writable: true };
