// The only place that knows which of the two runners is at work.
const inJest = typeof jest === 'object';

/**
 * A test that gets a second attempt.
 * @param {string} title
 * @param {() => unknown} body
 */
function testWithRetry(title, body) {
  if (!inJest) return test(title, { retry: 1 }, body);
  jest.retryTimes(1);
  return test(title, body);
}

module.exports = { testWithRetry };
