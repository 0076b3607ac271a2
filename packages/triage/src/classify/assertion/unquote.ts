const QUOTED = /^(['"`])([\s\S]*)\1$/;

/** A printed value without its quotes. */
export const unquote = (value: string): string => QUOTED.exec(value.trim())?.[2] ?? value.trim();

/** Whether a printed value is a quoted text. */
export const isText = (value: string): boolean => QUOTED.test(value.trim());

/** A printed number (`+0`, `1_000`, `49.5`, `3 times`), else undefined. */
export const asNumber = (value: string | undefined): number | undefined => {
  if (value === undefined) return undefined;
  const match = /^\s*([+-]?\d[\d_]*(?:\.\d+)?(?:e[+-]?\d+)?)n?(?: times?)?\s*$/i.exec(value);
  return match === null ? undefined : Number((match[1] as string).replace(/_/g, ''));
};
