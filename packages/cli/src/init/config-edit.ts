/** What became of a configuration file. */
export type ConfigEdit =
  | { readonly kind: 'edited'; readonly text: string }
  /** Holdfast is there already. */
  | { readonly kind: 'present' }
  /** The file is left alone; `lines` say what belongs there. */
  | { readonly kind: 'manual'; readonly reason: string; readonly lines: readonly string[] };

/** A text that is put in at a place of the source. */
export interface Insertion {
  readonly at: number;
  readonly text: string;
}

/** The source with all insertions; several at one place stand in the order in which they are given. */
export const insertAll = (source: string, insertions: readonly Insertion[]): string => {
  let result = '';
  let from = 0;
  for (const { at, text } of [...insertions].sort((left, right) => left.at - right.at)) {
    result += source.slice(from, at) + text;
    from = at;
  }
  return result + source.slice(from);
};
