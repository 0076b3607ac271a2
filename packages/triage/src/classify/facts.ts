import type { ErrorSnapshot, MachineFacts, Phase } from '@holdfast/journal';
import type { Failure } from '../failure.js';

/** Whose code a stack frame lies in. */
export type FrameOwner = 'test' | 'product' | 'dependency' | 'runner' | 'node' | 'unknown';

export interface Frame {
  readonly owner: FrameOwner;
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
  readonly functionName?: string;
}

/** A failure as the rules see it: the deciding error, digested once. */
export interface Facts {
  readonly failure: Failure;
  /** The deciding error: the first of the last failed attempt. */
  readonly error: ErrorSnapshot | undefined;
  /** It and its causes and parts, outermost first. */
  readonly chain: readonly ErrorSnapshot[];
  /** Messages of the chain joined by line breaks, ANSI codes removed. */
  readonly text: string;
  /** Codes of the chain, and codes found in its messages (`ECONNREFUSED`, `ERR_REQUIRE_ESM`, SQL states). */
  readonly codes: ReadonlySet<string>;
  readonly name: string;
  readonly frames: readonly Frame[];
  /** The first frame that is neither the runner's nor Node's. */
  readonly topFrame: Frame | undefined;
  readonly phase: Phase;
  readonly durationMs: number | undefined;
  readonly limitMs: number | undefined;
  readonly machine: MachineFacts | undefined;
}
