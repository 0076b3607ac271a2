import type { LogReader } from '../log-reader.js';
import { consoleLine } from '../text/console-line.js';
import { LineParser } from '../text/line-parser.js';
import { JestConsoleParser } from './jest-console-parser.js';

/** What Jest's default and verbose reporters print. */
export const jestConsoleReader: LogReader = {
  id: 'jest-console',
  name: 'console of Jest',
  recognises: (head) =>
    /^ ?(?:FAIL|PASS) {1,2}(?:\S+ )*\S+\.[cm]?[jt]sx?(?: \([\d.]+ m?s\))?$/m.test(head) ||
    /^Test Suites: \S.* total$/m.test(head) ||
    /^Tests: {7}\S.* total$/m.test(head),
  open: (sink) => new LineParser(new JestConsoleParser(sink), consoleLine),
};
