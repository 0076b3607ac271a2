/** Wordings of some causes, as a hand-made classifier lists them. */
const EXPRESSIONS = [
  ['CONFIGURATION', /EADDRINUSE|address already in use/i],
  ['ENVIRONMENT', /ECONNREFUSED|connection refused/i],
  ['ENVIRONMENT', /ECONNRESET|socket hang up/i],
  ['ENVIRONMENT', /ETIMEDOUT|ESOCKETTIMEDOUT/],
  ['ENVIRONMENT', /ENOTFOUND|EAI_AGAIN|getaddrinfo/],
  ['ENVIRONMENT', /EMFILE|ENFILE|too many open files/i],
  ['ENVIRONMENT', /ENOSPC|no space left on device/i],
  ['ENVIRONMENT', /EPERM|EBUSY|EACCES|permission denied/i],
  ['ENVIRONMENT', /spawn \S+ ENOENT|command not found/i],
  ['ENVIRONMENT', /heap out of memory|ENOMEM/i],
  ['ENVIRONMENT', /SIGKILL|SIGSEGV|Segmentation fault/],
  ['ENVIRONMENT', /rate limit|Too Many Requests|\b429\b/i],
  ['CONFIGURATION', /too many clients|too many connections/i],
  ['CONFIGURATION', /acquiring a connection|connection pool|pool is full/i],
  ['TEST_DESIGN', /duplicate key|unique constraint|Duplicate entry|E11000/i],
  ['CONFIGURATION', /already exists|already_started|already registered/i],
  ['CONFIGURATION', /password authentication failed|Access denied for user/i],
  ['BUG', /deadlock detected|could not serialize access/i],
  ['CONFIGURATION', /Cannot find (?:module|package)|MODULE_NOT_FOUND/],
  ['CONFIGURATION', /Failed to resolve|Could not resolve/],
  ['CONFIGURATION', /Cannot use import statement|Unexpected token '?export/],
  ['CONFIGURATION', /Transform failed|Unknown file extension/],
  ['CONFIGURATION', /ERR_REQUIRE_ESM|NODE_MODULE_VERSION/],
  ['CONFIGURATION', /environment variable|is not set/i],
  ['CONFIGURATION', /(?:describe|expect|document|window) is not defined/],
  ['TEST_DESIGN', /export is defined on the/],
  ['TEST_DESIGN', /after the test ended|torn down|after tests are done/i],
  ['TEST_DESIGN', /Unable to find an element|TestingLibraryElementError/],
  ['TEST_DESIGN', /not wrapped in act/],
  ['TEST_DESIGN', /obsolete snapshot|New snapshot was not written/],
  ['TEST_DESIGN', /expected [\d.]+ to be (?:less|greater) than/],
  ['CONFIGURATION', /timed out in \d+ms|Exceeded timeout of/i],
  ['BUG', /Unhandled (?:promise )?rejection/i],
  ['BUG', /Maximum call stack size exceeded/],
  ['BUG', /TypeError|Cannot read propert|is not a function/],
  ['BUG', /expected .* to |expect\(received\)|AssertionError/],
];

/** The category of the first expression that fits message or stack, as simple classifiers work. */
export const classifyOneByOne = ({ attempts }) => {
  const { message, stack } = attempts[0].errors[0];
  const text = `${message}\n${stack}`;
  for (const [category, expression] of EXPRESSIONS) if (expression.test(text)) return category;
  return 'UNKNOWN';
};
