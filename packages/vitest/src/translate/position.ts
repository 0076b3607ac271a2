/** A place in a file, counted from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/**
 * Where a stack first passes through a file.
 * @param path absolute path, as it is written in the stack
 */
export const positionIn = (stack: string | undefined, path: string): Position | undefined => {
  for (
    let from = stack?.indexOf(path) ?? -1;
    stack !== undefined && from >= 0;
    from = stack.indexOf(path, from + 1)
  ) {
    const place = /^(?:\?[^:\s]*)?:(\d+):(\d+)/.exec(
      stack.slice(from + path.length, from + path.length + 60),
    );
    if (place) return { line: Number(place[1]), column: Number(place[2]) };
  }
  return undefined;
};
