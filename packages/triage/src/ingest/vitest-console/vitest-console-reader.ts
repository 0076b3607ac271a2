import type { LogReader } from '../log-reader.js';
import { consoleLine } from '../text/console-line.js';
import { LineParser } from '../text/line-parser.js';
import { VitestConsoleParser } from './vitest-console-parser.js';

/** What Vitest's default and verbose reporters print. */
export const vitestConsoleReader: LogReader = {
  id: 'vitest-console',
  name: 'console of Vitest',
  recognises: (head) =>
    /^ *RUN {2}v\d/m.test(head) ||
    /^ Test Files {2}.*\(\d+\)$/m.test(head) ||
    /^⎯+[ \u00A0]?(?:Failed (?:Suites|Tests)|Unhandled (?:Errors|Rejection|Error))[ \u00A0\d]*⎯+$/m.test(
      head,
    ),
  open: (sink) => new LineParser(new VitestConsoleParser(sink), consoleLine),
};
