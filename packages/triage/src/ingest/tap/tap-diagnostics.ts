/** What a YAML block below a test point says, as far as readers need it: keys and texts, blocks put together. */
export type TapDiagnostics = ReadonlyMap<string, string>;

const KEY = /^( *)([A-Za-z_][\w-]*):(?: (.*)|)$/;

const unquoted = (text: string): string => {
  const quote = text[0];
  if ((quote !== '"' && quote !== "'") || text.length < 2 || !text.endsWith(quote)) return text;
  const inner = text.slice(1, -1);
  return quote === "'"
    ? inner.replace(/''/g, "'")
    : inner.replace(/\\(["\\/nt])/g, (_, letter: string) =>
        letter === 'n' ? '\n' : letter === 't' ? '\t' : letter,
      );
};

const undent = (lines: readonly string[]): string => {
  const indent = Math.min(...lines.filter((line) => line.trim() !== '').map((line) => line.search(/\S/)));
  return lines
    .map((line) => line.slice(Number.isFinite(indent) ? indent : 0))
    .join('\n')
    .trimEnd();
};

/** Whether a text that a quote opens is still open at its end. */
const isOpen = (text: string): boolean => /^"(?:[^"\\]|\\.)*$/s.test(text);

/**
 * Reads the lines between `---` and `...`. Of a key that occurs more than once the first counts; a key below another
 * is known by its own name. Lines that are no YAML are passed over.
 */
export const readDiagnostics = (lines: readonly string[]): TapDiagnostics => {
  const found = new Map<string, string>();
  const put = (key: string, text: string): void => {
    if (!found.has(key)) found.set(key, text);
  };
  for (let index = 0; index < lines.length; index += 1) {
    const match = KEY.exec(lines[index] as string);
    if (match === null) continue;
    const [, spaces = '', key = '', rest = ''] = match;
    if (/^[|>][-+]?\s*$/.test(rest)) {
      const block: string[] = [];
      for (; index + 1 < lines.length; index += 1) {
        const next = lines[index + 1] as string;
        if (next.trim() !== '' && next.search(/\S/) <= spaces.length) break;
        block.push(next);
      }
      put(key, undent(block));
    } else if (isOpen(rest)) {
      // Vitest lets a quoted text run over lines without indenting them.
      let text = rest;
      while (isOpen(text) && index + 1 < lines.length) {
        index += 1;
        text += `\n${lines[index] as string}`;
      }
      put(key, unquoted(text.trimEnd()));
    } else if (rest !== '') put(key, unquoted(rest.trim()));
  }
  return found;
};
