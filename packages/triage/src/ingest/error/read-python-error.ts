import type { ErrorSnapshot } from '@holdfast/journal';

const CHAINED =
  /^(?:The above exception was the direct cause of the following exception|During handling of the above exception, another exception occurred):$/m;
/** `tests/test_a.py:12: in test_a`, `tests/test_a.py:12: AssertionError`, `tests/test_a.py:12: `. */
const PLACE = /^\s*(\S[^\n:]*\.pyx?):(\d+): ?(?:in ([^\n]+)|\S+)?\s*$/;
/** `  File "a.py", line 12, in test_a`. */
const FILE = /^\s*File "([^"\n]+)", line (\d+)(?:, in ([^\n]+))?/;
const RAISED = /^((?:[A-Za-z_]\w*\.)*[A-Za-z_]\w*)(?:: ([\s\S]*))?$/;
const CLASS =
  /(?:Error|Exception|Exit|Interrupt|Warning|Timeout|Failed|Exhausted|Group|Iteration|Refused|Denied)$|^[A-Z]\w*$/;
const CAPTURED = /^-{3,} Captured /m;
const MOST_CHAINED = 8;

const frameOf = (line: string): string | undefined => {
  const match = PLACE.exec(line) ?? FILE.exec(line);
  return match === null ? undefined : `    ${match[1]}:${match[2]}: in ${match[3] ?? '<module>'}`;
};

/** The lines that pytest marks with `E`, or the last line of a bare traceback with what follows it. */
const raisedText = (lines: readonly string[]): string => {
  const marked = lines.filter((line) => /^E(?: {3}|$)/.test(line)).map((line) => line.slice(1));
  if (marked.length > 0) {
    const indent = Math.min(...marked.filter((line) => line.trim() !== '').map((line) => line.search(/\S/)));
    return marked
      .map((line) => line.slice(Number.isFinite(indent) ? indent : 0))
      .join('\n')
      .trimEnd();
  }
  const last = lines.findLastIndex((line) => FILE.test(line) || PLACE.test(line));
  const after = lines.slice(last + 1).filter((line) => line.trim() !== '');
  const start = after.findIndex((line) => /^\S/.test(line));
  return (start < 0 ? after : after.slice(start)).join('\n').trimEnd();
};

const readOne = (text: string): ErrorSnapshot => {
  const captured = CAPTURED.exec(text);
  const lines = (captured === null ? text : text.slice(0, captured.index)).split('\n');
  const said = raisedText(lines);
  const raised = RAISED.exec(said);
  const path = raised?.[1] ?? '';
  const isNamed = raised !== null && CLASS.test(path) && path !== 'assert';
  const frames = lines.flatMap((line) => frameOf(line) ?? []).reverse();
  // A bare assertion has no class of its own in the text.
  const name = isNamed
    ? path.slice(path.lastIndexOf('.') + 1)
    : /^assert\b/.test(said)
      ? 'AssertionError'
      : undefined;
  const detail = raised?.[2];
  const message = !isNamed
    ? said
    : detail === undefined || path === name
      ? (detail ?? path)
      : `${path}: ${detail}`;
  return {
    ...(name === undefined ? {} : { name }),
    message,
    ...(frames.length === 0 ? {} : { stack: `${said}\n${frames.join('\n')}` }),
  };
};

/** A traceback as pytest or Python prints it; its frames are turned round, the innermost first. */
export const readPythonError = (text: string): ErrorSnapshot => {
  const parts = text.split(CHAINED).slice(-MOST_CHAINED);
  // The last one printed is the one that came out; those above are what caused it.
  return parts
    .map(readOne)
    .reduce<ErrorSnapshot | undefined>(
      (cause, error) => (cause === undefined ? error : { ...error, cause }),
      undefined,
    ) as ErrorSnapshot;
};
