import { stripAnsi } from '../../classify/strip-ansi.js';
import type { LogReader } from '../log-reader.js';
import { LineParser } from '../text/line-parser.js';
import { TapParser } from './tap-parser.js';

/** TAP of versions 12 to 14, with the nesting of node:test and of Vitest. */
export const tapReader: LogReader = {
  id: 'tap',
  name: 'TAP',
  recognises: (head) => {
    const start = head.replace(/^\uFEFF/, '').replace(/^(?:[ \t]*(?:#[^\n]*)?\n)*/, '');
    return (
      /^TAP version \d+/.test(start) ||
      (/^1\.\.\d+/.test(start) && /^(?:not )?ok\b/m.test(start)) ||
      /^(?:not )?ok \d+/.test(start)
    );
  },
  open: (sink) => new LineParser(new TapParser(sink), stripAnsi),
};
