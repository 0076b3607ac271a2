import type { Phase } from '@holdfast/journal';
import type { FailureKind } from '../../failure.js';

/** One block of FAILURES or ERRORS. */
export interface PytestSection {
  /** What pytest calls the test here: `TestA.test_b[c]`, or the file that could not be collected. */
  readonly domain: string;
  readonly kind: FailureKind;
  readonly phase: Phase;
  readonly lines: readonly string[];
}

const COLLECTING = /^ERROR collecting (.+)$/;
const AT = /^ERROR at (setup|teardown) of (.+)$/;

/** What a heading says of its block. */
export const readHeading = (heading: string): Omit<PytestSection, 'lines'> => {
  const collecting = COLLECTING.exec(heading);
  if (collecting !== null) return { domain: collecting[1] as string, kind: 'file', phase: 'load' };
  const at = AT.exec(heading);
  if (at !== null) {
    const phase = at[1] === 'setup' ? 'beforeEach' : 'afterEach';
    return { domain: at[2] as string, kind: 'test', phase };
  }
  return { domain: heading, kind: 'test', phase: 'test' };
};

const PLACE = /^(\S[^\n:]*\.pyx?):(\d+):/;

const isUsers = (file: string): boolean =>
  !/(?:site-packages|dist-packages|^\/usr\/lib|\/lib\/python\d)/.test(file);

/** The first file of a traceback: pytest begins at the test, so this is the test's. */
export const placeOf = ({
  lines,
}: PytestSection): { readonly file: string; readonly line: number } | undefined => {
  for (const line of lines) {
    const match = PLACE.exec(line);
    if (match !== null && isUsers(match[1] as string))
      return { file: match[1] as string, line: Number(match[2]) };
  }
  return undefined;
};
