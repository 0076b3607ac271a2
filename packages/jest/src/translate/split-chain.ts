/** One error of a chain that Jest 30 prints as one text. */
export interface ChainLink {
  /** How it hangs on the errors before it; the first one is `error`. */
  readonly as: 'error' | 'cause' | 'errors';
  readonly text: string;
}

const LINK = /\n\n\[(cause|errors)\]: /;

/** Takes the causes and parts off the stack that Jest 30 prints with them; Jest 29 prints none. */
export const splitChain = (text: string): readonly ChainLink[] => {
  const [first = '', ...rest] = text.split(LINK);
  const links: ChainLink[] = [{ as: 'error', text: first }];
  for (let index = 0; index + 1 < rest.length; index += 2) {
    links.push({ as: rest[index] === 'errors' ? 'errors' : 'cause', text: rest[index + 1] ?? '' });
  }
  return links;
};
