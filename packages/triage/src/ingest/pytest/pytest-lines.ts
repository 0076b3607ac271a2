/** A test's verdict on a line of its own: `tests/test_a.py::test_b PASSED [ 5%]`. */
export interface VerboseLine {
  readonly id: string;
  readonly word: string;
}

const WORDS = 'PASSED|FAILED|ERROR|SKIPPED|XFAIL|XPASS|RERUN';
const PLAIN = new RegExp(`^(\\S+?\\.pyx?::.+?) (${WORDS})(?: \\(.*\\))?(?: +\\[ *\\d+%\\])?\\s*$`);
const XDIST = new RegExp(`^\\[gw\\d+\\] (?:\\[ *\\d+%\\] )?(${WORDS}) (\\S+?\\.pyx?::.+?)\\s*$`);

export const readVerboseLine = (line: string): VerboseLine | undefined => {
  const plain = PLAIN.exec(line);
  if (plain !== null) return { id: plain[1] as string, word: plain[2] as string };
  const xdist = XDIST.exec(line);
  return xdist === null ? undefined : { id: xdist[2] as string, word: xdist[1] as string };
};

/** `=== FAILURES ===`: the title between the signs. */
export const bannerOf = (line: string): string | undefined => /^={3,} (.+?) ={3,}$/.exec(line)?.[1];

/** `____ TestA.test_b[c] ____` */
export const headingOf = (line: string): string | undefined => /^_{3,} (.+?) _{3,}$/.exec(line)?.[1];

/** `FAILED tests/test_a.py::test_b - message`, in the short summary. */
export const readSummaryLine = (
  line: string,
): { readonly word: string; readonly rest: string } | undefined => {
  const match = /^(FAILED|ERROR) (\S+\.pyx?.*)$/.exec(line);
  return match === null ? undefined : { word: match[1] as string, rest: match[2] as string };
};

const CLOSING = /^(?:=+ )?((?:\d+ [a-z]+(?:, )?)+) in [\d.]+s(?: \([\d:]+\))?(?: =+)?$/;

/** `== 11 failed, 3 passed in 0.14s ==` */
export const readClosing = (line: string): string | undefined => CLOSING.exec(line)?.[1];
