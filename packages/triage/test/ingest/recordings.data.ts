/** What a recording must come to. Figures are those that the tool itself printed in that run. */
export interface Expected {
  readonly file: string;
  readonly format: string;
  readonly tool: string | null;
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  readonly todo: number;
  /** Failures beside the tests: files that did not load, hooks. */
  readonly other: number;
  readonly flaky: number;
}

const row = (
  file: string,
  format: string,
  tool: string | null,
  [passed, failed, skipped, todo]: readonly [number, number, number, number],
  other = 0,
  flaky = 0,
): Expected => ({ file: `recorded/${file}`, format, tool, passed, failed, skipped, todo, other, flaky });

/** jest-junit and the CTRF reporter of Jest leave out the two files that did not load; the others do not. */
export const RECORDINGS: readonly Expected[] = [
  row('jest.json', 'jest-json', 'jest', [6, 8, 1, 1], 2, 1),
  row('jest-console.txt', 'jest-console', 'jest', [6, 8, 1, 1], 2),
  row('jest-console-verbose-colors.txt', 'jest-console', 'jest', [6, 8, 1, 1], 2),
  row('jest-ctrf.json', 'ctrf', 'jest', [6, 8, 1, 1], 0, 1),
  row('jest-junit.xml', 'junit', 'jest', [7, 8, 1, 0]),
  row('vitest.json', 'jest-json', 'vitest', [6, 6, 3, 1], 3, 1),
  row('vitest-blob.json', 'vitest-blob', 'vitest', [6, 6, 3, 1], 3, 1),
  row('vitest-console.txt', 'vitest-console', 'vitest', [6, 6, 3, 1], 3),
  row('vitest-console-verbose-colors.txt', 'vitest-console', 'vitest', [6, 6, 3, 1], 3),
  row('vitest-junit.xml', 'junit', 'vitest', [6, 7, 4, 0], 2),
  row('vitest-tap.tap', 'tap', null, [6, 6, 3, 1], 3),
  row('vitest-tap-flat.tap', 'tap', null, [6, 6, 3, 1], 2),
  row('mocha.tap', 'tap', null, [1, 6, 2, 0]),
  row('mocha-xunit.xml', 'junit', 'mocha', [1, 6, 2, 0]),
  row('mocha-junit-reporter.xml', 'junit', 'mocha', [1, 6, 2, 0]),
  row('mocha-ctrf.json', 'ctrf', 'mocha', [1, 6, 2, 0]),
  row('node-test.tap', 'tap', null, [1, 7, 1, 1], 1),
  row('node-test-junit.xml', 'junit', null, [1, 7, 1, 1]),
  row('playwright-junit.xml', 'junit', null, [2, 5, 1, 0]),
  row('playwright-ctrf.json', 'ctrf', 'playwright', [2, 5, 1, 0], 0, 1),
  row('pytest.txt', 'pytest', 'pytest', [3, 13, 2, 0], 2),
  row('pytest-v-short.txt', 'pytest', 'pytest', [3, 13, 2, 0], 2),
  row('pytest-vv-long-colors.txt', 'pytest', 'pytest', [3, 13, 2, 0], 2),
  row('pytest-v-xdist.txt', 'pytest', 'pytest', [3, 13, 2, 0], 2),
  row('pytest-q-short-rA.txt', 'pytest', 'pytest', [3, 13, 2, 0], 2),
  row('pytest-interrupted.txt', 'pytest', 'pytest', [0, 0, 0, 0], 1),
  row('pytest-junit.xml', 'junit', 'pytest', [3, 13, 2, 0], 2),
  row('pytest-interrupted-junit.xml', 'junit', 'pytest', [0, 0, 0, 0], 1),
  row('exunit.txt', 'exunit', 'exunit', [1, 11, 3, 0], 1),
  row('exunit-trace-colors.txt', 'exunit', 'exunit', [2, 10, 3, 0], 1),
  row('gotestsum-junit.xml', 'junit', null, [2, 4, 1, 0]),
];
