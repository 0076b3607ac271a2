const BRAND = Symbol.for('holdfast.input-error');

/** Something that the user gave cannot be used. Printed as one line, without a stack; exit code 2. */
export class InputError extends Error {
  override readonly name = 'InputError';
  readonly [BRAND] = true;
}

/** Recognised by brand: it may come from another copy of this module. */
export const isInputError = (value: unknown): value is InputError =>
  typeof value === 'object' && value !== null && BRAND in value;
