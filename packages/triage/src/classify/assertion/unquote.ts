const QUOTES = '\'"`';

const isQuoted = (printed: string): boolean =>
  printed.length > 1 &&
  QUOTES.includes(printed.charAt(0)) &&
  printed.charCodeAt(0) === printed.charCodeAt(printed.length - 1);

/** A printed value without its quotes. */
export const unquote = (value: string): string => {
  const printed = value.trim();
  return isQuoted(printed) ? printed.slice(1, -1) : printed;
};

/** Printed values that are no text although they bear no quotes. */
const OTHER =
  /^(?:null|undefined|true|false|NaN|-?Infinity|not |[[{<(]|[+-]?\d|Map|Set|Symbol|Date|Promise|Buffer)/;

/** Whether a printed value is a text: quoted, or bare as Vitest hands over the texts that it compared. */
export const isText = (value: string): boolean => {
  const printed = value.trim();
  return isQuoted(printed) || (printed !== '' && !/["\n{}]/.test(printed) && !OTHER.test(printed));
};

/** A printed number (`+0`, `1_000`, `49.5`, `3 times`), else undefined. */
export const asNumber = (value: string | undefined): number | undefined => {
  if (value === undefined) return undefined;
  const match = /^\s*([+-]?\d[\d_]*(?:\.\d+)?(?:e[+-]?\d+)?)n?(?: times?)?\s*$/i.exec(value);
  return match === null ? undefined : Number((match[1] as string).replace(/_/g, ''));
};
