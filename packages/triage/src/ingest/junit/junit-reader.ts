import type { LogReader } from '../log-reader.js';
import { JUnitParser } from './junit-parser.js';

const ROOT =
  /^\uFEFF?\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--[\s\S]*?-->\s*|<!DOCTYPE[^>[]*(?:\[[\s\S]*?\])?\s*>\s*|<\?[^>]*\?>\s*)*<(\w+)/;

/** JUnit XML in the dialects of jest-junit, Vitest, mocha, Playwright, node:test, pytest, Surefire, gotestsum and ExUnit. */
export const junitReader: LogReader = {
  id: 'junit',
  name: 'JUnit XML',
  recognises: (head) => /^\uFEFF?\s*<\?xml/.test(head) || /^testsuites?$/.test(ROOT.exec(head)?.[1] ?? ''),
  open: (sink) => new JUnitParser(sink),
};
