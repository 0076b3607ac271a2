/** Longest message that counts, in characters: what tells failures apart stands at the start. */
const LONGEST = 4_000;

/** Replacements in order: longer and more telling shapes first, bare numbers last. */
const SHAPES: readonly (readonly [RegExp, string])[] = [
  [/\u001B\[[0-9;:?]*[A-Za-z]/g, ''],
  [/\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/gi, '<uuid>'],
  [/\b\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?/g, '<date>'],
  [
    /\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,? (?:[A-Z][a-z]{2} \d{1,2}|\d{1,2} [A-Z][a-z]{2}),? \d{4}(?: \d{2}:\d{2}:\d{2})?(?: GMT(?:[+-]\d{4})?)?/g,
    '<date>',
  ],
  [/\b\d{1,2}\/\d{1,2}\/\d{2,4}\b/g, '<date>'],
  [/\b\d{1,2}:\d{2}:\d{2}(?:\.\d+)?\b/g, '<time>'],
  [
    /(?:[A-Za-z]:)?[\\/](?:[^\s'"`()<>:|]*[\\/])?(?:te?mp|T|Temp|var[\\/]folders)[\\/][^\s'"`()<>:|]*/g,
    '<temp>',
  ],
  [/#PID<[\d.]+>/g, '<pid>'],
  [/\b0x[0-9a-f]+\b/gi, '<hex>'],
  [/\b(?:sha\d+-)?[A-Za-z0-9+/]{40,}={0,2}/g, '<hash>'],
  [/\b(?=[0-9a-f]*\d)(?=[0-9a-f]*[a-f])[0-9a-f]{7,}\b/gi, '<hash>'],
  [/(?<=\.[cm]?[jt]sx?)(?::\d+){1,2}\b/g, ':<line>'],
  [/(\b\d{1,3}(?:\.\d{1,3}){3}|\blocalhost|\]|[\w-]\.[a-z]{2,}|:):\d{2,5}\b/g, '$1:<port>'],
  [/\b\d+(?:[.,]\d+)* ?(?:ms|µs|ns|s|sec|seconds?|milliseconds?|minutes?|min)\b/g, '<duration>'],
  [/:\d+:\d+\b/g, ':<line>'],
  [/(?<=[A-Za-z])[-_](?=[A-Za-z0-9]*\d)[A-Za-z0-9]{5,}\b/g, '-<id>'],
  [/(['"`])(?=[\w-]*\d)(?=[\w-]*[A-Za-z])[\w-]{8,}\1/g, '$1<id>$1'],
  [/[+-]?\d[\d_]*(?:\.\d+)?(?:e[+-]?\d+)?/gi, '<n>'],
  [/\s+/g, ' '],
];

/**
 * A message with everything taken out that differs between two sightings of one failure: line numbers,
 * ids, ports, temporary paths, durations, dates, hashes, random names. Normalising twice changes nothing.
 */
export const normaliseMessage = (message: string): string => {
  let text = message.length > LONGEST ? message.slice(0, LONGEST) : message;
  for (const [shape, name] of SHAPES) text = text.replace(shape, name);
  return text.trim();
};
