/** Edits (insert, delete, replace, swap of neighbours) that lead from one text to the other. */
const distance = (left: string, right: string): number => {
  let beforeLast: number[] = [];
  let last = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let row = 1; row <= left.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= right.length; column += 1) {
      const same = left[row - 1] === right[column - 1];
      let best = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
      );
      const swapped =
        row > 1 && column > 1 && left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1];
      if (swapped) best = Math.min(best, (beforeLast[column - 2] ?? 0) + 1);
      current.push(best);
    }
    beforeLast = last;
    last = current;
  }
  return last[right.length] ?? 0;
};

/** The known name that was probably meant, or undefined where none is near. Case does not count. */
export const nearestName = (name: string, known: readonly string[]): string | undefined => {
  const lowered = name.slice(0, 64).toLowerCase();
  let nearest: string | undefined;
  let smallest = Math.max(2, Math.floor(lowered.length / 3)) + 1;
  for (const candidate of known) {
    const edits = distance(lowered, candidate.toLowerCase());
    if (edits < smallest) {
      smallest = edits;
      nearest = candidate;
    }
  }
  return nearest;
};
