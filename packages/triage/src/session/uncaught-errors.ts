import type { Failure } from '../failure.js';
import type { JudgedFailure } from '../incident/judged-failure.js';
import type { LocatedFailure } from './located-failure.js';

const placeOf = ({ project = '', file = '', title }: Failure): string =>
  `${project}\0${file}\0${title.join('\0')}`;

/**
 * Errors of the product that nobody caught, by the test that ran then. Such a test often fails with what did not come
 * to be afterwards (an element, an answer in time), and its own error does not tell why.
 */
export class UncaughtErrors {
  readonly #byTest = new Map<string, JudgedFailure>();

  /** Keeps the first one of each test. */
  add(judged: JudgedFailure): void {
    const { failure, verdict } = judged;
    if (verdict.cause !== 'unhandled-rejection' || failure.title.length === 0) return;
    const place = placeOf(failure);
    if (!this.#byTest.has(place)) this.#byTest.set(place, judged);
  }

  /** The failure of a test, with what the product threw beside it while it ran. */
  tell(located: LocatedFailure): LocatedFailure {
    const { failure } = located;
    const beside = this.#byTest.size === 0 ? undefined : this.#byTest.get(placeOf(failure));
    const error = beside?.failure.attempts[0]?.errors[0];
    if (failure.kind !== 'test' || beside === undefined || error === undefined) return located;
    const [line = ''] = error.message.split('\n', 1);
    const data = {
      error: error.name === undefined ? line : `${error.name}: ${line}`,
      fingerprint: beside.fingerprint,
    };
    const evidence = [...(failure.evidence ?? []), { name: 'error.uncaught', data }];
    return { ...located, failure: { ...failure, evidence } };
  }
}
