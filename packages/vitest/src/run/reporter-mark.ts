/** Marks the reporter's instances, whichever copy of the class made them. */
export const HOLDFAST_REPORTER: unique symbol = Symbol.for('holdfast.vitest.reporter') as never;
