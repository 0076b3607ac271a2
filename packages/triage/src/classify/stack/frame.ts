/** Whose code a stack frame lies in. */
export type FrameOwner = 'test' | 'product' | 'dependency' | 'runner' | 'node' | 'unknown';

/** One line of a stack. */
export interface Frame {
  readonly owner: FrameOwner;
  /** As printed, with forward slashes and without URL scheme or query. */
  readonly file?: string;
  /** From 1. */
  readonly line?: number;
  readonly column?: number;
  readonly functionName?: string;
}
