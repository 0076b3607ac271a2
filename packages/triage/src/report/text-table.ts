import { fitText, textWidth } from './text-width.js';

/** How a column stands: texts to the left, figures to the right. */
export interface Column {
  readonly head: string;
  readonly align?: 'left' | 'right';
}

const GAP = 2;
const NARROWEST = 8;

const pad = (text: string, width: number, align: Column['align']): string => {
  const space = ' '.repeat(Math.max(0, width - textWidth(text)));
  return align === 'right' ? space + text : text + space;
};

/**
 * Rows below a head, in columns. The first column gives way where the table is wider than the screen.
 * @param width columns of the screen
 */
export const textTable = (
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  width: number,
): readonly string[] => {
  if (rows.length === 0) return [];
  const widths = columns.map(({ head }, index) =>
    Math.max(textWidth(head), ...rows.map((cells) => textWidth(cells[index] ?? ''))),
  );
  const others = widths.slice(1).reduce((sum, one) => sum + one + GAP, 0);
  widths[0] = Math.min(widths[0] ?? 0, Math.max(NARROWEST, width - others));
  const line = (cells: readonly string[]): string =>
    columns
      .map(({ align }, index) => {
        const room = widths[index] ?? 0;
        return pad(fitText(cells[index] ?? '', room), room, align);
      })
      .join(' '.repeat(GAP))
      .trimEnd();
  return [line(columns.map(({ head }) => head)), ...rows.map(line)];
};
