/** Name of an XML element without the prefix of its namespace. */
export const localName = (name: string): string => name.slice(name.indexOf(':') + 1);
