const CONTEXT = 2;

type Line = readonly [mark: ' ' | '+' | '-', text: string];

/** The lines of both texts, in order: common ones, ones that went, ones that came. */
const align = (before: readonly string[], after: readonly string[]): readonly Line[] => {
  const width = after.length + 1;
  const common = new Uint32Array((before.length + 1) * width);
  for (let row = before.length - 1; row >= 0; row -= 1)
    for (let column = after.length - 1; column >= 0; column -= 1)
      common[row * width + column] =
        before[row] === after[column]
          ? 1 + (common[(row + 1) * width + column + 1] ?? 0)
          : Math.max(common[(row + 1) * width + column] ?? 0, common[row * width + column + 1] ?? 0);
  const lines: Line[] = [];
  let [row, column] = [0, 0];
  while (row < before.length || column < after.length) {
    if (row < before.length && column < after.length && before[row] === after[column]) {
      lines.push([' ', before[row] ?? '']);
      row += 1;
      column += 1;
    } else if (
      column >= after.length ||
      (row < before.length &&
        (common[(row + 1) * width + column] ?? 0) >= (common[row * width + column + 1] ?? 0))
    ) {
      lines.push(['-', before[row] ?? '']);
      row += 1;
    } else {
      lines.push(['+', after[column] ?? '']);
      column += 1;
    }
  }
  return lines;
};

const split = (text: string): readonly string[] =>
  text === '' ? [] : text.replace(/\r?\n$/, '').split(/\r?\n/);

/** What changes between two texts, with two lines around each change; `…` stands for what is left out. */
export const diffLines = (before: string, after: string): readonly string[] => {
  const lines = align(split(before), split(after));
  const isShown = lines.map((_, index) =>
    lines.slice(Math.max(0, index - CONTEXT), index + CONTEXT + 1).some(([mark]) => mark !== ' '),
  );
  return lines.flatMap(([mark, text], index) => {
    if (isShown[index] === true) return [`${mark} ${text}`.trimEnd()];
    return index === 0 || isShown[index - 1] === true ? ['  …'] : [];
  });
};
