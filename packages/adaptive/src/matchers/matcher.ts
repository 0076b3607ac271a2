/** What both runners pass to a matcher as `this`, as far as it is used here. */
export interface MatcherState {
  readonly isNot?: boolean;
  readonly utils?: {
    readonly matcherHint?: (name: string, received?: string, expected?: string, options?: object) => string;
  };
}

/** What both runners want back. */
export interface MatcherResult {
  readonly pass: boolean;
  readonly message: () => string;
}

/** A result with the runner's own headline over the message. */
export const matcherResult = (
  state: MatcherState,
  name: string,
  pass: boolean,
  text: string,
): MatcherResult => ({
  pass,
  message: () => {
    const hint = state.utils?.matcherHint?.(name, 'received', 'expected', { isNot: state.isNot === true });
    return hint === undefined ? text : `${hint}\n\n${text}`;
  },
});
