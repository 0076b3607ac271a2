import type { LogReader } from '../log-reader.js';
import { consoleLine } from '../text/console-line.js';
import { LineParser } from '../text/line-parser.js';
import { PytestParser } from './pytest-parser.js';

/** What pytest prints: quiet to very verbose, any `--tb`, with pytest-xdist. */
export const pytestReader: LogReader = {
  id: 'pytest',
  name: 'console of pytest',
  recognises: (head) =>
    /^=+ test session starts =+$/m.test(head) ||
    /^=+ (?:FAILURES|ERRORS|short test summary info) =+$/m.test(head) ||
    /^(?:=+ )?(?:\d+ \w+, )*\d+ (?:passed|failed|errors?|skipped|xfailed|xpassed|deselected)(?:, \d+ \w+)* in [\d.]+s/m.test(
      head,
    ) ||
    /^\S+\.py::\S.* (?:PASSED|FAILED|ERROR|SKIPPED|XFAIL|XPASS)\b/m.test(head),
  open: (sink) => new LineParser(new PytestParser(sink), consoleLine),
};
