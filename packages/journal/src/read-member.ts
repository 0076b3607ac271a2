/** A member of any value; undefined where there is none or where reading it throws. Never throws. */
export const readMember = (value: unknown, key: PropertyKey): unknown => {
  if (value === null || value === undefined) return undefined;
  try {
    return (value as Record<PropertyKey, unknown>)[key];
  } catch {
    return undefined;
  }
};

/** The same, where it is a text with something in it. */
export const readText = (value: unknown, key: PropertyKey): string | undefined => {
  const member = readMember(value, key);
  return typeof member === 'string' && member !== '' ? member : undefined;
};
