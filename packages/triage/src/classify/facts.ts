import type { ErrorSnapshot, EvidenceName, JsonValue, MachineFacts, Phase } from '@holdfast/journal';
import type { Failure, Observed } from '../failure.js';
import type { Assertion } from './assertion/assertion.js';
import type { Frame } from './stack/frame.js';

/**
 * A failure as the rules see it: the deciding error, digested once.
 * Members are worked out when first asked for, so a rule pays only for what it reads.
 */
export interface Facts {
  readonly failure: Failure;
  /** The deciding error: the first of the last failed attempt. */
  readonly error: ErrorSnapshot | undefined;
  /** It and its causes and parts, outermost first. */
  readonly chain: readonly ErrorSnapshot[];
  /** Class names, messages and codes of the chain, ANSI codes removed, very long ones cut in the middle. */
  readonly text: string;
  /** Codes of the chain, and codes found in its messages (`ECONNREFUSED`, `ERR_REQUIRE_ESM`, SQL states). */
  readonly codes: ReadonlySet<string>;
  readonly name: string;
  readonly frames: readonly Frame[];
  /** The first frame that is neither the runner's nor Node's. */
  readonly topFrame: Frame | undefined;
  /** Title levels and file name in lower case, for weak signs. */
  readonly place: string;
  /** What was compared, where the error is an assertion that says so. */
  readonly assertion: Assertion | undefined;
  readonly phase: Phase;
  readonly durationMs: number | undefined;
  /** The attempt's limit, else the one that the message names. */
  readonly limitMs: number | undefined;
  readonly machine: MachineFacts | undefined;
  /** The frame in which the error was made, whoever's it is. */
  readonly firstFrame: Frame | undefined;
  /** Innermost frame of the user's own code, product or test; those of dependencies are passed over. */
  readonly userFrame: Frame | undefined;
  /** The project's folder with its last slash, where it is known or the stack shows the test file in full. */
  readonly projectRoot: string | undefined;
  /** The product's own code made the error, in words of its own: nothing of the system or of a client speaks in it. */
  readonly isOwnWords: boolean;
  /** History and reruns; `passesOnRerun` is also true where an attempt of this run passed. */
  readonly observed: Observed;
  /** Data of the last evidence of this name. */
  readonly evidence: (name: EvidenceName) => { readonly [key: string]: JsonValue } | undefined;
}
