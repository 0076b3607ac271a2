import type { ErrorCode } from './error-code.js';

const BRAND = Symbol.for('holdfast.error');

/** An error of Holdfast's own; recognise it by `isHoldfastError`, which also works across realms. */
export class HoldfastError extends Error {
  override readonly name = 'HoldfastError';
  readonly code: ErrorCode;
  /** Plain data: the figures that the message states. */
  readonly details: Readonly<Record<string, unknown>>;

  constructor(
    code: ErrorCode,
    message: string,
    details: Readonly<Record<string, unknown>>,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.code = code;
    this.details = details;
    Object.defineProperty(this, BRAND, { value: true });
  }
}

/** Whether a value was thrown by Holdfast, whichever realm or copy of the package made it. */
export const isHoldfastError = (value: unknown): value is HoldfastError =>
  typeof value === 'object' && value !== null && (value as { [BRAND]?: unknown })[BRAND] === true;
