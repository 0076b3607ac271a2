/** Longest message that counts, in characters: what tells failures apart stands at the start. */
const LONGEST = 4_000;

interface Shape {
  readonly pattern: RegExp;
  readonly name: string;
  /** A text that every match has in it: where it is missing, the expression need not run, nor be compiled. */
  readonly needs: string;
}

const shape = (needs: string, pattern: RegExp, name: string): Shape => ({ pattern, name, needs });

/** Replacements in order: longer and more telling shapes first, bare numbers last. */
const SHAPES: readonly Shape[] = [
  shape('\u001B', /\u001B\[[0-9;:?]*[A-Za-z]/g, ''),
  shape('-', /\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/gi, '<uuid>'),
  shape(
    '-',
    /\b\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?/g,
    '<date>',
  ),
  shape(
    ' ',
    /\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,? (?:[A-Z][a-z]{2} \d{1,2}|\d{1,2} [A-Z][a-z]{2}),? \d{4}(?: \d{2}:\d{2}:\d{2})?(?: GMT(?:[+-]\d{4})?)?/g,
    '<date>',
  ),
  shape('/', /\b\d{1,2}\/\d{1,2}\/\d{2,4}\b/g, '<date>'),
  shape(':', /\b\d{1,2}:\d{2}:\d{2}(?:\.\d+)?\b/g, '<time>'),
  shape(
    '',
    /(?:[A-Za-z]:)?[\\/](?:[^\s'"`()<>:|]*[\\/])?(?:te?mp|T|Temp|var[\\/]folders)[\\/][^\s'"`()<>:|]*/g,
    '<temp>',
  ),
  shape('#PID<', /#PID<[\d.]+>/g, '<pid>'),
  shape('0', /\b0x[0-9a-f]+\b/gi, '<hex>'),
  shape('', /\b(?:sha\d+-)?[A-Za-z0-9+/]{40,}={0,2}/g, '<hash>'),
  shape('', /\b(?=[0-9a-f]*\d)(?=[0-9a-f]*[a-f])[0-9a-f]{7,}\b/gi, '<hash>'),
  shape(':', /(?<=\.[cm]?[jt]sx?)(?::\d+){1,2}\b/g, ':<line>'),
  shape(':', /(\b\d{1,3}(?:\.\d{1,3}){3}|\blocalhost|\]|[\w-]\.[a-z]{2,}|:):\d{2,5}\b/g, '$1:<port>'),
  shape('', /\b\d+(?:[.,]\d+)* ?(?:ms|µs|ns|s|sec|seconds?|milliseconds?|minutes?|min)\b/g, '<duration>'),
  shape(':', /:\d+:\d+\b/g, ':<line>'),
  shape('', /(?<=[A-Za-z])[-_](?=[A-Za-z0-9]*\d)[A-Za-z0-9]{5,}\b/g, '-<id>'),
  shape('', /(['"`])(?=[\w-]*\d)(?=[\w-]*[A-Za-z])[\w-]{8,}\1/g, '$1<id>$1'),
  shape('', /[+-]?\d[\d_]*(?:\.\d+)?(?:e[+-]?\d+)?/gi, '<n>'),
  shape('', /\s+/g, ' '),
];

/**
 * A message with everything taken out that differs between two sightings of one failure: line numbers,
 * ids, ports, temporary paths, durations, dates, hashes, random names. Normalising twice changes nothing.
 */
export const normaliseMessage = (message: string): string => {
  let text = message.length > LONGEST ? message.slice(0, LONGEST) : message;
  for (const { pattern, name, needs } of SHAPES) if (text.includes(needs)) text = text.replace(pattern, name);
  return text.trim();
};
