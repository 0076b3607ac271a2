import type { LogReader } from '../log-reader.js';
import { consoleLine } from '../text/console-line.js';
import { LineParser } from '../text/line-parser.js';
import { ExUnitParser } from './exunit-parser.js';

const SUMMARY = /^\d+ (?:doctests?|propert(?:y|ies)|tests?)\b.*\d+ failures?/m;
const FAILURE = /^ {1,4}\d+\) .+\n[ \t]+(?:\S+\.exs:\d+|\*\* \()/m;

/** What `mix test` prints, with and without `--trace`. */
export const exunitReader: LogReader = {
  id: 'exunit',
  name: 'console of ExUnit',
  recognises: (head) =>
    FAILURE.test(head) ||
    SUMMARY.test(head) ||
    /^(?:Running ExUnit with seed|Randomized with seed)/m.test(head) ||
    /^[ \t]+\* (?:test|doctest|property) .*\[L#\d+\]/m.test(head),
  open: (sink) => new LineParser(new ExUnitParser(sink), consoleLine),
};
