/** What the shell is told, the same for every command. */
export const EXIT_CODE = Object.freeze({
  /** Done, and nothing is red. */
  ok: 0,
  /** Done, and something is: a failed test, a gate that is not met. */
  found: 1,
  /** The arguments, a file or a setting cannot be used; what could be done was done. */
  input: 2,
  /** Done, and there is too little to decide by. */
  undecided: 3,
  /** A fault of Holdfast itself. */
  internal: 70,
} as const);

export type ExitCode = (typeof EXIT_CODE)[keyof typeof EXIT_CODE];

/** The exit codes in words, in the order in which help and reference show them. */
export const EXIT_CODE_MEANINGS: Readonly<Record<ExitCode, string>> = Object.freeze({
  0: 'done, nothing is red',
  1: 'done, something is red: a failed test, a gate that is not met',
  2: 'an argument, a file or a setting cannot be used; standard error says which and why',
  3: 'done, but there is too little to decide by',
  70: 'a fault of Holdfast itself',
});
