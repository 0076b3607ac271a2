import type { Cause } from '@holdfast/journal';
import type { Sample } from './failure-of.js';

/** Failures in the words of the real tools, by the cause that they show. */
export const SAMPLES: Readonly<Partial<Record<Cause, readonly Sample[]>>> = {
  'assertion-mismatch': [
    {
      message:
        'expect(received).toBe(expected) // Object.is equality\n\nExpected: "shipped"\nReceived: "pending"',
      title: 'order > moves on after payment',
    },
    { message: "expected 'draft' to be 'published' // Object.is equality", name: 'AssertionError' },
    { message: 'expected { id: 1, total: 40 } to deeply equal { id: 1, total: 42 }', name: 'AssertionError' },
    {
      message: "Expected values to be strictly equal:\n\n'a;b' !== 'a,b'\n",
      name: 'AssertionError',
      code: 'ERR_ASSERTION',
    },
    { message: 'expected true to be false // Object.is equality', name: 'AssertionError' },
  ],
  'type-error': [
    {
      message: "Cannot read properties of undefined (reading 'rows')",
      name: 'TypeError',
      stack:
        "TypeError: Cannot read properties of undefined (reading 'rows')\n    at findOrder (/app/src/orders/store.ts:41:17)\n    at Object.<anonymous> (/app/test/orders.test.ts:12:9)",
      file: 'test/orders.test.ts',
    },
    {
      message: 'this.queue.drain is not a function',
      name: 'TypeError',
      stack: 'TypeError: this.queue.drain is not a function\n    at Worker.stop (/app/src/worker.js:9:16)',
    },
    {
      message:
        'The "path" argument must be of type string or an instance of Buffer or URL. Received undefined',
      name: 'TypeError',
      code: 'ERR_INVALID_ARG_TYPE',
    },
  ],
  'unhandled-rejection': [
    {
      message: "ENOENT: no such file or directory, open '/srv/journal/today.log'",
      code: 'ENOENT',
      stack:
        "Error: ENOENT: no such file or directory, open '/srv/journal/today.log'\n    at open (node:internal/fs/promises:637:25)\n    at /app/src/journal.js:7:3",
      evidence: [{ name: 'error.unhandled', data: {} }],
    },
    {
      message:
        'This error originated either by throwing inside of an async function without a catch block, or by rejecting a promise which was not handled with .catch(). The promise rejected with the reason "undefined".',
      name: 'UnhandledPromiseRejection',
      code: 'ERR_UNHANDLED_REJECTION',
    },
    { message: 'Unhandled Rejection: save failed', kind: 'unhandled' },
  ],
  hang: [
    {
      message: 'Test timed out in 60000ms.',
      attempt: {
        durationMs: 60_004,
        limitMs: 60_000,
        machine: { cpuBusy: 0.08, loopLagMs: 12, loopBusy: 0.01 },
      },
    },
    {
      message: 'thrown: "Exceeded timeout of 5000 ms for a test."',
      title: 'queue > does not hang when a consumer dies',
    },
  ],
  'data-corruption': [
    {
      message: 'new row for relation "accounts" violates check constraint "balance_not_negative"',
      name: 'error',
      code: '23514',
    },
    { message: 'SQLITE_CORRUPT: database disk image is malformed', code: 'SQLITE_CORRUPT' },
    { message: 'checksum mismatch: expected 9f2a, got 11bc' },
  ],
  'race-in-product': [
    {
      message: 'deadlock detected',
      name: 'error',
      code: '40P01',
      stack: 'error: deadlock detected\n    at Stock.reserve (/app/src/stock.ts:40:12)',
    },
    { message: 'could not serialize access due to concurrent update', name: 'error', code: '40001' },
    {
      message: 'Deadlock found when trying to get lock; try restarting transaction',
      code: 'ER_LOCK_DEADLOCK',
      stack: 'Error: Deadlock found\n    at Stock.reserve (/app/src/stock.ts:40:12)',
    },
    {
      message: 'No matching document found for id "65a" version 3 modifiedPaths "stock"',
      name: 'VersionError',
    },
  ],
  security: [
    {
      message: 'expect(received).toBe(expected) // Object.is equality\n\nExpected: 401\nReceived: 200',
      title: 'auth > refuses an expired token',
    },
    {
      message: 'expected 200 to be 403',
      name: 'AssertionError',
      title: 'admin routes > are forbidden to guests',
    },
    {
      message: 'expected 403 "Forbidden", got 200 "OK"',
      title: 'session > a revoked session is refused',
    },
    {
      message: "expected 'accepted' to be 'rejected'",
      name: 'AssertionError',
      title: 'tokens > rejects an expired token',
    },
  ],
  'other-bug': [
    { message: 'Maximum call stack size exceeded', name: 'RangeError' },
    { message: 'Invalid array length', name: 'RangeError' },
    {
      message:
        'Property failed after 3 tests\n{ seed: 1, path: "2", endOnFailure: true }\nCounterexample: [""]\nShrunk 1 time(s)',
    },
    {
      message: 'Too many re-renders. React limits the number of renders to prevent an infinite loop.',
    },
  ],
  'pool-exhausted': [
    { message: 'sorry, too many clients already', name: 'error', code: '53300' },
    { message: 'remaining connection slots are reserved for roles with the SUPERUSER attribute' },
    {
      message:
        'Knex: Timeout acquiring a connection. The pool is probably full. Are you missing a .transacting(trx) call?',
      name: 'KnexTimeoutError',
    },
    { message: 'Operation timeout', name: 'SequelizeConnectionAcquireTimeoutError' },
    {
      message:
        'Timed out fetching a new connection from the connection pool. More info: http://pris.ly/d/connection-pool (Current connection pool timeout: 10, connection limit: 5)',
      name: 'PrismaClientKnownRequestError',
      code: 'P2024',
    },
    { message: 'timeout exceeded when trying to connect' },
    { message: 'Too many connections', code: 'ER_CON_COUNT_ERROR' },
    {
      message: 'Timed out while checking out a connection from connection pool',
      name: 'MongoWaitQueueTimeoutError',
    },
    { message: 'QueuePool limit of size 5 overflow 10 reached, connection timed out, timeout 30.00' },
    { message: 'ERR max number of clients reached', name: 'ReplyError' },
  ],
  'timeout-budget': [
    { message: 'pool "thumbnails": a worker was not ready 800 ms after its start', name: 'StartTimeout' },
    { message: 'browser process did not become ready within 5000 ms' },
    {
      message:
        'Hook timed out in 10000ms.\nIf this is a long-running hook, pass a timeout value as the last argument',
      attempt: { phase: 'beforeAll' },
    },
    {
      message:
        'thrown: "Exceeded timeout of 5000 ms for a hook.\nAdd a timeout value to this test to increase the timeout, if this is a long-running test."',
    },
    {
      message: 'Timeout of 2000ms exceeded. For async tests and hooks, ensure "done()" is called',
      attempt: { limitMs: 2000 },
    },
    {
      message: 'Test timed out in 20000ms.',
      attempt: { limitMs: 20_000, machine: { cpuBusy: 0.4 } },
      evidence: [{ name: 'budget.time', data: { limitMs: 20_000, neededMs: 31_000 } }],
    },
  ],
  'name-conflict': [
    { message: 'Lock file is already being held', code: 'ELOCKED' },
    { message: 'relation "orders" already exists', code: '42P07' },
    { message: 'database "app_test" already exists', code: '42P04' },
    { message: 'database "app_test_3" does not exist', code: '3D000' },
    {
      message:
        'Conflict. The container name "/redis-test" is already in use by container "9b2c". You have to remove (or rename) that container to be able to reuse that name.',
    },
    { message: 'source database "template1" is being accessed by other users', code: '55006' },
    { message: "Unknown database 'shop_test'", code: 'ER_BAD_DB_ERROR' },
  ],
  'port-in-use': [
    { message: 'listen EADDRINUSE: address already in use :::3000', code: 'EADDRINUSE' },
    { message: 'Bind for 0.0.0.0:5432 failed: port is already allocated' },
    { message: 'Error: Port 5173 is already in use' },
  ],
  'module-not-found': [
    { message: "Cannot find module './missing' from 'src/index.test.js'" },
    {
      message: "Cannot find package 'left-pad' imported from /app/test/a.test.ts",
      code: 'ERR_MODULE_NOT_FOUND',
    },
    { message: 'Failed to resolve import "@/orders" from "test/orders.test.ts". Does the file exist?' },
    {
      message:
        'Failed to load url ./nowhere (resolved id: ./nowhere) in /app/test/a.test.ts. Does the file exist?',
    },
    {
      message:
        'Could not locate module @app/config mapped as:\n/app/src/$1.\n\nPlease check your configuration for these entries:',
    },
    {
      message:
        'Package subpath \'./internal\' is not defined by "exports" in /app/node_modules/x/package.json',
      code: 'ERR_PACKAGE_PATH_NOT_EXPORTED',
    },
    { message: 'Cannot find module @esbuild/linux-x64' },
  ],
  'transform-syntax': [
    { message: 'Cannot use import statement outside a module', name: 'SyntaxError' },
    { message: 'Jest encountered an unexpected token\n\nJest failed to parse a file.', kind: 'file' },
    { message: "Unexpected token 'export'", name: 'SyntaxError' },
    {
      message: 'Transform failed with 1 error:\n/app/src/a.ts:3:8: ERROR: Expected ";" but found "is"',
      kind: 'file',
    },
    {
      message: 'Unknown file extension ".css" for /app/node_modules/x/style.css',
      code: 'ERR_UNKNOWN_FILE_EXTENSION',
    },
    {
      message: 'require is not defined in ES module scope, you can use import instead',
      name: 'ReferenceError',
    },
  ],
  'missing-env-var': [
    { message: 'DATABASE_URL is not set' },
    { message: 'Missing required environment variable: STRIPE_SECRET_KEY' },
    { message: 'Environment variable not found: DATABASE_URL.', name: 'PrismaClientInitializationError' },
    { message: 'SASL: SCRAM-SERVER-FIRST-MESSAGE: client password must be a string' },
    { message: 'supabaseUrl is required.' },
    { message: 'secretOrPrivateKey must have a value' },
    { message: 'Invalid environment variables: { API_TOKEN: [ "Required" ] }' },
  ],
  credentials: [
    { message: 'password authentication failed for user "app"', code: '28P01' },
    {
      message: "Access denied for user 'root'@'localhost' (using password: YES)",
      code: 'ER_ACCESS_DENIED_ERROR',
    },
    { message: 'NOAUTH Authentication required.', name: 'ReplyError' },
    { message: 'Request failed with status code 401', name: 'AxiosError', code: 'ERR_BAD_REQUEST' },
    { message: 'Could not load credentials from any providers', name: 'CredentialsProviderError' },
    { message: '401 Incorrect API key provided: sk-***.', name: 'AuthenticationError' },
  ],
  'version-mismatch': [
    { message: 'Requires Babel "^7.0.0-0", but was loaded with "6.26.3".' },
    {
      message:
        "The module '/app/node_modules/bcrypt/lib/binding/bcrypt_lib.node' was compiled against a different Node.js version using NODE_MODULE_VERSION 108. This version of Node.js requires NODE_MODULE_VERSION 115.",
      code: 'ERR_DLOPEN_FAILED',
    },
    {
      message: 'require() of ES Module /app/node_modules/chalk/index.js from /app/a.js not supported.',
      code: 'ERR_REQUIRE_ESM',
    },
    { message: "Cannot read properties of null (reading 'useState')", name: 'TypeError' },
    { message: '/app/node_modules/sharp/build/sharp.node: invalid ELF header', code: 'ERR_DLOPEN_FAILED' },
    { message: 'session not created: This version of ChromeDriver only supports Chrome version 114' },
  ],
  'runner-config': [
    { message: 'act(...) is not supported in production builds of React.' },
    {
      message: 'Not allowed for opaque origins: localStorage is not available for opaque origins',
      name: 'SecurityError',
    },
    { message: 'describe is not defined', name: 'ReferenceError' },
    { message: 'document is not defined', name: 'ReferenceError', kind: 'file' },
    { message: 'Your test suite must contain at least one test.', kind: 'file' },
    { message: 'No test suite found in file /app/test/empty.test.ts', kind: 'file' },
    { message: 'Invalid Chai property: toBeInTheDocument' },
    { message: 'expect(...).toBeInTheDocument is not a function', name: 'TypeError' },
    {
      message:
        'Vitest failed to find the runner. This is a bug in Vitest. Please, open an issue with reproduction.',
    },
    {
      message: 'A dynamic import callback was invoked without --experimental-vm-modules',
      code: 'ERR_VM_DYNAMIC_IMPORT_CALLBACK_MISSING_FLAG',
    },
    { message: 'process.chdir() is not supported in workers', code: 'ERR_WORKER_UNSUPPORTED_OPERATION' },
  ],
  'other-configuration': [
    { message: 'relation "orders" does not exist', code: '42P01' },
    { message: 'SQLITE_ERROR: no such table: orders' },
    { message: "Table 'shop.orders' doesn't exist", code: 'ER_NO_SUCH_TABLE' },
    { message: 'The table `public.Order` does not exist in the current database.', code: 'P2021' },
    { message: 'self-signed certificate in certificate chain', code: 'SELF_SIGNED_CERT_IN_CHAIN' },
    { message: 'The server does not support SSL connections' },
    { message: "ENOENT: no such file or directory, open '/app/dist/cli.js'", code: 'ENOENT' },
  ],
  'service-unreachable': [
    { message: 'Cypress could not verify that this server is running: http://localhost:3000' },
    { message: 'Timed out after 60000ms while waiting for container ports to be bound to the host' },
    { message: 'dependency failed to start: container db is unhealthy' },
    { message: 'connect ECONNREFUSED 127.0.0.1:5432', code: 'ECONNREFUSED' },
    {
      message: "Can't reach database server at `localhost`:`5432`",
      name: 'PrismaClientInitializationError',
      code: 'P1001',
    },
    { message: 'Operation `users.insertOne()` buffering timed out after 10000ms', name: 'MongooseError' },
    {
      message:
        'Reached the max retries per request limit (which is 20). Refer to "maxRetriesPerRequest" option for details.',
      name: 'MaxRetriesPerRequestError',
    },
    { message: 'Could not find a working container runtime strategy' },
    {
      message:
        'Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker daemon running?',
    },
    { message: 'page.goto: net::ERR_CONNECTION_REFUSED at http://shop.internal:3000/' },
    { message: 'connect ENOENT /var/run/postgresql/.s.PGSQL.5432', code: 'ENOENT' },
    { message: 'the database system is starting up', code: '57P03' },
    { message: 'Request failed with status code 503', name: 'AxiosError' },
  ],
  'slow-machine': [
    {
      message: 'Test timed out in 5000ms.',
      attempt: { durationMs: 5003, limitMs: 5000, machine: { cpuBusy: 0.99, loopBusy: 0.8 } },
    },
    {
      message: 'Test timed out in 5000ms.',
      attempt: { limitMs: 5000, machine: { cpuBusy: 0.6, loopLagMs: 2400 } },
    },
    { message: 'thrown: "Exceeded timeout of 5000 ms for a test."', observed: { failsOnlyInFullRun: true } },
    { message: 'Test timed out in 10000ms.', observed: { failsOnlyOnCI: true } },
  ],
  'out-of-memory': [
    {
      message:
        'FATAL ERROR: Ineffective mark-compacts near heap limit Allocation failed - JavaScript heap out of memory',
      kind: 'worker',
    },
    {
      message: 'Worker terminated due to reaching memory limit: JS heap out of memory',
      code: 'ERR_WORKER_OUT_OF_MEMORY',
      kind: 'worker',
    },
    { message: 'spawn ENOMEM', code: 'ENOMEM' },
    { message: 'Array buffer allocation failed', name: 'RangeError' },
  ],
  'file-handles': [
    { message: "EMFILE: too many open files, open '/app/src/a.ts'", code: 'EMFILE' },
    { message: "ENOSPC: System limit for number of file watchers reached, watch '/app'", code: 'ENOSPC' },
  ],
  disk: [
    { message: 'ENOSPC: no space left on device, write', code: 'ENOSPC' },
    { message: "EROFS: read-only file system, mkdir '/cache'", code: 'EROFS' },
    { message: 'could not extend file "base/16384/2601": No space left on device', code: '53100' },
  ],
  network: [
    { message: 'connect ETIMEDOUT 140.82.112.3:443', code: 'ETIMEDOUT' },
    { message: 'connect ENETUNREACH 10.0.0.9:443', code: 'ENETUNREACH' },
    { message: 'read ECONNRESET', code: 'ECONNRESET' },
    { message: 'socket hang up', code: 'ECONNRESET' },
    { message: 'fetch failed', name: 'TypeError' },
    { message: 'page.goto: net::ERR_INTERNET_DISCONNECTED at https://example.com/' },
  ],
  dns: [
    { message: 'getaddrinfo ENOTFOUND db', code: 'ENOTFOUND' },
    { message: 'getaddrinfo EAI_AGAIN registry.example.com', code: 'EAI_AGAIN' },
    { message: 'page.goto: net::ERR_NAME_NOT_RESOLVED at http://app.test/' },
  ],
  'rate-limit': [
    { message: 'Request failed with status code 429', name: 'AxiosError' },
    { message: 'API rate limit exceeded for 203.0.113.7.', name: 'HttpError' },
    { message: '429 Too Many Requests' },
    { message: 'Rate exceeded', name: 'ThrottlingException' },
  ],
  'missing-program': [
    {
      message: 'Instance closed unexpectedly with code "127" and signal "null"',
      name: 'UnexpectedCloseError',
    },
    { message: 'spawn docker ENOENT', code: 'ENOENT' },
    { message: '/bin/sh: 1: ffmpeg: not found' },
    { message: "'java' is not recognized as an internal or external command" },
    { message: 'Could not find Chrome (ver. 121.0.6167.85).' },
    { message: 'error while loading shared libraries: libnss3.so: cannot open shared object file' },
  ],
  permission: [
    { message: "EACCES: permission denied, mkdir '/var/data'", code: 'EACCES' },
    { message: 'listen EACCES: permission denied 0.0.0.0:80', code: 'EACCES' },
    { message: "EPERM: operation not permitted, chmod '/opt/x'", code: 'EPERM' },
  ],
  'platform-difference': [
    { message: "expected '1,234.5' to be '1.234,5'", name: 'AssertionError' },
    { message: 'no matching manifest for linux/arm64/v8 in the manifest list entries' },
    {
      message:
        'expect(received).toBe(expected) // Object.is equality\n\nExpected: "src/orders/index.ts"\nReceived: "src\\\\orders\\\\index.ts"',
    },
    {
      message: "EBUSY: resource busy or locked, unlink 'C:\\Users\\ci\\AppData\\Local\\Temp\\a\\orders.json'",
      code: 'EBUSY',
    },
    { message: "EPERM: operation not permitted, rmdir 'C:\\a\\b'", code: 'EPERM' },
    { message: 'expected "a\\r\\nb" to equal "a\\nb"' },
    { message: "expected '1\u202f234' to be '1\u00a0234'" },
  ],
  'worker-crash': [
    {
      message:
        'A jest worker process (pid=4711) was terminated by another process: signal=SIGSEGV, exitCode=null.',
      kind: 'worker',
    },
    { message: 'Worker exited unexpectedly', kind: 'worker' },
    { message: 'Worker forks emitted error.', kind: 'worker' },
    { message: 'Segmentation fault (core dumped)', kind: 'worker' },
    { message: 'page.goto: Page crashed' },
  ],
  'other-environment': [
    { message: 'fatal: not a git repository (or any of the parent directories): .git' },
    { message: 'Looks like you launched a headed browser without having a XServer running.' },
    { message: 'spawn EAGAIN', code: 'EAGAIN' },
  ],
  'leaked-state': [
    {
      message: 'expected 2 to be 1',
      name: 'AssertionError',
      observed: { failsOnlyInFullRun: true },
    },
    { message: 'A metric with the name http_requests_total has already been registered.' },
    { message: 'Cannot overwrite `User` model once compiled.', name: 'OverwriteModelError' },
    {
      message: "expected 'MockAdapter' to be 'PostgresAdapter'",
      title: 'resolver > picks the configured adapter',
    },
    { message: '[Function log] is not a spy or a call to a spy!', name: 'TypeError' },
    { message: 'Cannot redefine property: fetch', name: 'TypeError' },
  ],
  'leaked-handle': [
    { message: 'Jest did not exit one second after the test run has completed.' },
    {
      message: '[vitest-worker]: Closing rpc while "onUserConsoleLog" was pending',
      name: 'EnvironmentTeardownError',
    },
    { message: 'Cannot use a pool after calling end on the pool' },
    {
      message: 'Possible EventEmitter memory leak detected. 11 exit listeners added.',
      name: 'MaxListenersExceededWarning',
    },
    { message: '** (EXIT from #PID<0.353.0>) shutdown' },
    {
      message: 'expected true to be false',
      name: 'AssertionError',
      evidence: [{ name: 'leak.timer', data: { count: 2 } }],
      attempt: { phase: 'afterEach' },
    },
  ],
  'race-in-test': [
    { message: 'stale element reference: stale element not found', name: 'StaleElementReferenceError' },
    { message: 'Execution context was destroyed, most likely because of a navigation.' },
    { message: 'expected +0 to be 1', name: 'AssertionError', observed: { passesOnRerun: true } },
    {
      message:
        'Unable to find an element with the text: Saved. This could be because the text is broken up by multiple elements.',
      name: 'TestingLibraryElementError',
    },
    {
      message: 'expected "spy" to be called 1 times, but got 0 times',
      name: 'AssertionError',
      observed: { passesOnRerun: true },
    },
  ],
  'missing-await': [
    {
      message: 'promise resolved "3" instead of rejecting',
      name: 'AssertionError',
      kind: 'unhandled',
    },
    {
      message:
        'expect(received).rejects.toThrow()\n\nReceived promise resolved instead of rejected\nResolved to value: 3',
      evidence: [{ name: 'error.unhandled', data: {} }],
    },
    { message: 'Cannot log after tests are done. Did you forget to wait for something async in your test?' },
    {
      message:
        'You are trying to `import` a file after the Jest environment has been torn down. From test/a.test.js.',
      name: 'ReferenceError',
    },
    { message: 'An update to Cart inside a test was not wrapped in act(...).' },
    { message: 'Test "a" at test.js:1:1 generated asynchronous activity after the test ended.' },
    { message: 'late failure', kind: 'unhandled', attempt: { phase: 'after-end' } },
    {
      message: "You must provide a Promise to expect() when using .resolves, not 'object'.",
      name: 'TypeError',
    },
    { message: 'expected Promise{…} to be 3', name: 'AssertionError' },
  ],
  'unrealistic-expectation': [
    { message: 'expected 49 to be greater than or equal to 50', name: 'AssertionError' },
    {
      message: 'expect(received).toBeLessThan(expected)\n\nExpected: < 100\nReceived:   103.4',
      title: 'parser > is fast',
    },
    {
      message:
        'expect(received).toBe(expected) // Object.is equality\n\nExpected: 0.3\nReceived: 0.30000000000000004',
    },
    { message: 'AssertionError: Should experience some auth contention under load\nassert 0 >= 1' },
    { message: 'Operations appear to be serialized (max: 10398.913ms, avg: 2080.3638ms)' },
  ],
  'time-dependence': [
    {
      message: 'voucher W7 expired on 2023-02-28',
      stack:
        'Error: voucher W7 expired on 2023-02-28\n    at redeem (/app/src/vouchers.js:9:31)\n    at Object.<anonymous> (/app/test/vouchers.test.js:14:12)',
    },
    {
      message:
        'expect(received).toBe(expected) // Object.is equality\n\nExpected: "2024-03-01"\nReceived: "2024-02-29"',
      title: 'invoice > has a due date',
    },
    {
      message: "expected '10:30' to be '12:30'",
      name: 'AssertionError',
      title: 'calendar > prints the start',
    },
    { message: 'expected 1718000000123 to be 1718000000120', name: 'AssertionError' },
    { message: 'expected 2026 to be 2025', name: 'AssertionError', title: 'footer > shows the year' },
    { message: 'jwt expired', name: 'TokenExpiredError' },
    {
      message:
        'expect(received).toEqual(expected) // deep equality\n\n- Expected  - 1\n+ Received  + 1\n\n  Object {\n-   "createdAt": "2024-05-01T10:00:00.000Z",\n+   "createdAt": "2024-05-01T10:00:00.004Z",\n  }',
    },
  ],
  'stale-expectation': [
    {
      message: 'Failing test passed even though it was supposed to fail. Remove `.failing` to remove error.',
    },
    { message: 'Expect test to fail', name: 'Error' },
    {
      message:
        'Snapshot `cart 1` does not exist. New snapshot was not written. The update flag must be explicitly passed to write a new snapshot.',
    },
    { message: "expected '1.4.0' to be '1.3.9'", name: 'AssertionError', title: 'cli > prints the version' },
    {
      message: 'expected [ 1, 2, 3, 4, 5, 6, 7 ] to have a length of 6 but got 7',
      name: 'AssertionError',
      title: 'machine > knows all transitions',
    },
    { message: 'Found multiple elements with the text: Save', name: 'TestingLibraryElementError' },
  ],
  'mock-gap': [
    {
      message:
        "Nest can't resolve dependencies of the OrderService (?). Please make sure that the argument StoreToken at index [0] is available in the RootTestModule context.",
    },
    { message: 'NullInjectorError: No provider for HttpClient!', name: 'NullInjectorError' },
    { message: 'findOrder.mockResolvedValue is not a function', name: 'TypeError' },
    {
      message: 'expected 0 to be greater than or equal to 4',
      name: 'AssertionError',
      title: 'search > answers most queries with the fake index',
    },
    {
      message:
        '[vitest] No "findOrder" export is defined on the "./store" mock. Did you forget to return it from "vi.mock"?',
    },
    { message: '(0 , _store.findOrder) is not a function', name: 'TypeError' },
    { message: '__vi_import_0__.findOrder is not a function', name: 'TypeError' },
    { message: 'Nock: No match for request GET http://api.example.com/orders' },
    {
      message:
        '[MSW] Cannot bypass a request when using the "error" strategy for the "onUnhandledRequest" option.\nwarning: intercepted a request without a matching request handler',
    },
    {
      message: 'expected 0 to be greater than or equal to 6',
      name: 'AssertionError',
      title: 'pool operations with bridge mocks > all operations succeed',
    },
    { message: 'No QueryClient set, use QueryClientProvider to set one' },
  ],
  'duplicate-test-data': [
    { message: 'duplicate key value violates unique constraint "users_email_key"', code: '23505' },
    { message: 'SQLITE_CONSTRAINT: UNIQUE constraint failed: users.email' },
    { message: "Duplicate entry 'a@example.com' for key 'users.email'", code: 'ER_DUP_ENTRY' },
    {
      message:
        'E11000 duplicate key error collection: test.users index: email_1 dup key: { email: "a@example.com" }',
      name: 'MongoServerError',
    },
    { message: 'Unique constraint failed on the fields: (`email`)', code: 'P2002' },
  ],
  'other-test-design': [
    { message: 'Cannot nest a describe inside a test.' },
    { message: 'process.exit unexpectedly called with "1"' },
    {
      message:
        'The module factory of `jest.mock()` is not allowed to reference any out-of-scope variables.\nInvalid variable access: answer',
      name: 'ReferenceError',
    },
  ],
  unknown: [
    { message: 'something went wrong' },
    { message: '' },
    { message: 'expected 3 to be 4', name: 'AssertionError' },
  ],
};
