const LONGEST_VALUE = 60;

/** A value from a file or the code of a user, as a message quotes it. Never throws. */
export const printedValue = (value: unknown): string => {
  let text: string;
  try {
    text = typeof value === 'function' ? 'a function' : (JSON.stringify(value) ?? String(value));
  } catch {
    text = `a value of type ${typeof value}`;
  }
  return text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE)}…` : text;
};
