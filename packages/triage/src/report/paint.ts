const CODES = {
  bold: [1, 22],
  dim: [2, 22],
  red: [31, 39],
  green: [32, 39],
  yellow: [33, 39],
  cyan: [36, 39],
} as const;

export type Colour = keyof typeof CODES;

/** Puts a colour around a text. */
export type Paint = (text: string, ...colours: readonly Colour[]) => string;

/** With colours, or without any escape code. */
export const createPaint = (colors: boolean): Paint =>
  colors
    ? (text, ...colours) =>
        text === ''
          ? ''
          : colours.reduce(
              (painted, colour) => `\u001B[${CODES[colour][0]}m${painted}\u001B[${CODES[colour][1]}m`,
              text,
            )
    : (text) => text;
