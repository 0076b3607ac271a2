import type { ErrorSnapshot } from '@holdfast/journal';

const FRAME = /^\s*(?:at \S|❯ \S.*:\d+)/;
const EXCERPT = /^\s*(?:>\s*)?\d+\s*\|/;
const CAUSE =
  /^\s*(?:(?:\[cause\]|Caused by|Cause|caused by):(?: |$)|cause: (?=\[?[A-Z]\w*(?:Error|Exception)\b))/;
const RULE = /^[⎯─]{5,}$/;
const HEADER =
  /^(?:Uncaught |Unhandled )?\[?((?:[A-Za-z_$][\w$]*\.)*[A-Z_$][\w$]*(?:Error|Exception|Failure|Timeout|Rejection|Warning|Abort)|Error)(?: \[(?:([A-Z][A-Z0-9_]+)|\w+)\])?\]?(?:: |:\n|\n|$)/;
const CODE = /(?:^|[\s{,])code: '([A-Z][A-Z0-9_]+|[0-9A-Z]{5})'/;
const MOST_CAUSES = 8;

interface Parts {
  readonly message: readonly string[];
  readonly stack: readonly string[];
}

/** The lines before the first frame are message, but for excerpts of the code. */
const split = (lines: readonly string[]): Parts => {
  const frame = lines.findIndex((line) => FRAME.test(line));
  const excerpt = lines.findIndex((line) => EXCERPT.test(line));
  const ends = [frame, excerpt].filter((index) => index >= 0);
  const end = ends.length === 0 ? lines.length : Math.min(...ends);
  return {
    message: lines.slice(0, end).filter((line) => !RULE.test(line.trim())),
    stack: frame < 0 ? [] : lines.slice(frame).filter((line) => !EXCERPT.test(line)),
  };
};

/** Some tools indent the whole of an error. */
const undent = (lines: readonly string[]): readonly string[] => {
  const filled = lines.filter((line) => line.trim() !== '');
  const indent = filled.reduce((least, line) => Math.min(least, line.search(/\S/)), Number.POSITIVE_INFINITY);
  return indent === 0 || !Number.isFinite(indent) ? lines : lines.map((line) => line.slice(indent));
};

const trimmed = (lines: readonly string[]): string => {
  const text = lines.join('\n');
  return text.replace(/^(?:[ \t]*\n)+/, '').trimEnd();
};

/** Where a tool prints the message first, and then the whole error once more. */
const fromHeader = (lines: readonly string[]): readonly string[] => {
  const first = lines.find((line) => line.trim() !== '')?.trim() ?? '';
  if (first === '' || HEADER.test(first)) return lines;
  const again = lines.findIndex((line) => line.endsWith(`: ${first}`) && HEADER.test(line));
  return again < 0 ? lines : lines.slice(again);
};

const readOne = (section: readonly string[]): ErrorSnapshot => {
  const lines = fromHeader(undent(section));
  const { message, stack } = split(lines);
  const text = trimmed(message);
  const header = HEADER.exec(text);
  const body = header === null ? text : text.slice(header[0].length);
  // As Node prints an error without a stack: `[Error: message] { code: ... }`.
  const said = text.startsWith('[') && header !== null ? body.replace(/\](?: \{[\s\S]*)?$/, '') : body;
  const code = header?.[2] ?? CODE.exec(lines.join('\n'))?.[1];
  const name = header?.[1];
  return {
    ...(name === undefined ? {} : { name }),
    ...(code === undefined ? {} : { code }),
    message: said.trim() === '' && header === null ? text : said.trimEnd(),
    ...(stack.length === 0
      ? {}
      : { stack: `${text}\n${stack.map((line) => `    ${line.trim()}`).join('\n')}` }),
  };
};

/** What node:test wraps around the error of a test. */
const isWrapper = ({ code, cause }: ErrorSnapshot): boolean =>
  code === 'ERR_TEST_FAILURE' && cause !== undefined;

/** An error with frames below its message, and perhaps causes below those, as JavaScript and Java print it. */
export const readStackedError = (text: string): ErrorSnapshot => {
  const sections: string[][] = [[]];
  for (const line of text.split('\n')) {
    const cause = CAUSE.exec(line);
    const last = sections.at(-1) as string[];
    if (cause !== null && sections.length < MOST_CAUSES && last.some((one) => one.trim() !== '')) {
      sections.push([line.slice(cause[0].length)]);
    } else last.push(line);
  }
  const error = sections
    .map(readOne)
    .reduceRight<ErrorSnapshot | undefined>(
      (cause, error) => (cause === undefined ? error : { ...error, cause }),
      undefined,
    ) as ErrorSnapshot;
  return isWrapper(error) ? (error.cause as ErrorSnapshot) : error;
};
