import type { LogReader } from '../log-reader.js';
import { rootElement } from '../text/root-element.js';
import { JUnitParser } from './junit-parser.js';
import { localName } from './local-name.js';

/** JUnit XML in the dialects of jest-junit, Vitest, mocha, Playwright, node:test, pytest, Surefire, gotestsum and ExUnit. */
export const junitReader: LogReader = {
  id: 'junit',
  name: 'JUnit XML',
  // XML whose root cannot be seen yet may be JUnit; other XML is not.
  recognises: (head) => {
    const root = rootElement(head);
    return root === undefined ? /^\uFEFF?\s*<\?xml/.test(head) : /^testsuites?$/.test(localName(root));
  },
  open: (sink) => new JUnitParser(sink),
};
