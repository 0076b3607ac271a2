/** How Jest, Vitest, Mocha, Playwright and node:test say that their limit struck. */
export const RUNNER_TIME_OUT =
  /(?:test|hook|suite) timed out (?:in|after)|exceeded timeout of|timeout of \d+ ?ms exceeded|Async callback was not invoked|Async function did not complete within|(?:test|hook) timeout of \d|timed out after \d+ ?ms/i;
