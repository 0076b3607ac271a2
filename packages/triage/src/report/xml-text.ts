/** What XML 1.0 cannot hold, escaped or not, and halves of characters. */
const FORBIDDEN =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;
const REPLACEMENT = '\uFFFD';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
  '\r': '&#13;',
  '\t': '&#9;',
};

const entity = (character: string): string => ENTITIES[character] ?? character;

/** A text that every reader of XML reads as itself, between tags. */
export const xmlText = (text: string): string =>
  text.replace(FORBIDDEN, REPLACEMENT).replace(/[&<>\r]/g, entity);

/** `name="value"` with a space before it. White space keeps its kind, which a reader would else level. */
export const xmlAttribute = (name: string, value: string | number | undefined | null): string =>
  value === undefined || value === null
    ? ''
    : ` ${name}="${String(value)
        .replace(FORBIDDEN, REPLACEMENT)
        .replace(/[&<>"\n\r\t]/g, entity)}"`;
