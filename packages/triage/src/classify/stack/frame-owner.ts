import type { FrameOwner } from './frame.js';

const RUNNER_PACKAGE =
  /^(?:@?jest(?:-(?!environment-jsdom-|dom|extended|image)[a-z0-9-]+)?|@jest\/.+|@vitest\/.+|vitest|vite-node|vite|tinypool|tinyspy|tinybench|expect|chai|chai-as-promised|mocha|ava|tap|tape|@tapjs\/.+|uvu|jasmine(?:-core)?|playwright(?:-core)?|@playwright\/.+|cypress|ts-jest|@swc\/jest|babel-jest|expect-utils|source-map-support|p-retry|@holdfast\/.+)$/;

const TEST_FILE =
  /(?:[._-](?:test|tests|spec|specs|e2e|cy|bench)\.[cm]?[jt]sx?$)|(?:^|\/)(?:__tests__|__mocks__|tests?|specs?|e2e|testing|fixtures|test-?(?:helpers|utils|support|setup))\//;

const NODE_FILE =
  /^(?:node:|internal\/|(?:_?[a-z]+(?:_[a-z]+)*)\.js$|bootstrap_node\.js|native$|native |<anonymous>$|evalmachine\.)/;

const FOREIGN = /\.(?:pyx?|exs?|erl)$/;
const FOREIGN_TEST = /(?:^|\/)(?:test_[^/]*|[^/]*_test|conftest)\.py$|_test\.exs$|(?:^|\/)tests?\//;
const PYTHON_RUNNER = /(?:site|dist)-packages\/(?:_pytest|pluggy|pytest|pytest_\w+|xdist|execnet|unittest)\b/;

/** Whose code a file of Python or of the BEAM is. */
const foreignOwner = (file: string): FrameOwner => {
  if (PYTHON_RUNNER.test(file)) return 'runner';
  if (/(?:site|dist)-packages\/|(?:^|\/)deps\//.test(file)) return 'dependency';
  if (/\/lib(?:64)?\/python\d/.test(file) || file.startsWith('<frozen')) return 'node';
  return FOREIGN_TEST.test(file) ? 'test' : 'product';
};

const packageOf = (file: string): string | undefined => {
  // Searching from the end is dear, and most files lie in none.
  if (file.indexOf('node_modules/') < 0) return undefined;
  const rest = file.slice(file.lastIndexOf('node_modules/') + 13);
  const match = /^(@[^/]+\/[^/]+|[^/]+)/.exec(rest);
  return match?.[1];
};

/**
 * Whose code a file is. `testFile` is the failing test file, from the project's root.
 * Files that look like tests or lie in a test folder count as the test's.
 */
export const frameOwner = (file: string | undefined, testFile?: string): FrameOwner => {
  if (file === undefined || file === '') return 'unknown';
  const dependency = packageOf(file);
  if (dependency !== undefined) return RUNNER_PACKAGE.test(dependency) ? 'runner' : 'dependency';
  if (testFile !== undefined && isSameFile(file, testFile)) return 'test';
  if (FOREIGN.test(file)) return foreignOwner(file);
  if (NODE_FILE.test(file)) return file === '<anonymous>' ? 'unknown' : 'node';
  return TEST_FILE.test(file) ? 'test' : 'product';
};

/** True where one path is the other, or ends with it at a folder boundary. */
export const isSameFile = (left: string, right: string): boolean => {
  const isLeftLong = left.length >= right.length;
  const long = isLeftLong ? left : right;
  const short = isLeftLong ? right : left;
  return (
    long.endsWith(short) && (long.length === short.length || long[long.length - short.length - 1] === '/')
  );
};
