import type { Cause } from '@holdfast/journal';
import type { CauseDescription } from './taxonomy.js';

/** Every cause, described. The reference of causes is generated from this table. */
export const CAUSE_DESCRIPTIONS: Readonly<Record<Cause, CauseDescription>> = {
  'assertion-mismatch': {
    category: 'BUG',
    meaning: 'The code under test gave another result than the test expects.',
    advice: [
      'Reproduce it with this test alone; if it fails there too, follow the received value back into the product.',
      'Look at what changed in the code that produces the received value.',
      'Change the expectation only when the new result is wanted, and say so in the change.',
    ],
    priority: 'medium',
    showableByOneRun: true,
  },
  'type-error': {
    category: 'BUG',
    meaning: 'The code used a value in a way its type does not allow, mostly undefined or null.',
    advice: [
      'Open the first product frame of the stack and find which value is missing there.',
      'Decide whether the value may be absent: handle it, or make sure it is set.',
      'If the value comes from a mock, complete the mock instead.',
    ],
    priority: 'high',
    showableByOneRun: true,
  },
  'unhandled-rejection': {
    category: 'BUG',
    meaning:
      'Work that the code had started failed where nobody saw to it: a promise that was rejected, or an error in a callback.',
    advice: [
      'Find where the work is started: the promise that nobody awaits or catches, the callback that may throw.',
      'Await it, or handle what fails there and report it.',
    ],
    priority: 'high',
    showableByOneRun: true,
  },
  hang: {
    category: 'BUG',
    meaning: 'The code never finished: a lock, a loop or a reply that does not come.',
    advice: [
      'See what was pending when the limit struck; the evidence names it where a fixture was waiting.',
      'Look for a missing resolve, an unreleased lock or an endless loop on that path.',
      'A longer limit does not help: it only moves the failure.',
    ],
    priority: 'high',
    showableByOneRun: true,
  },
  'data-corruption': {
    category: 'BUG',
    meaning: 'Data was lost, doubled, mixed up or changed on its way.',
    advice: [
      'Treat it as urgent: find out whether stored data is affected, not only the test.',
      'Compare what was written with what was read at each step between them.',
      'Keep this test as the guard of the fix.',
    ],
    priority: 'high',
    showableByOneRun: true,
  },
  'race-in-product': {
    category: 'BUG',
    meaning: 'Two things in the product happen at once and the result depends on which is first.',
    advice: [
      'Find the shared state that both sides read and write, and put the read and the write under one lock or transaction.',
      'Repeat the test under load to see it more often, and again after the fix.',
    ],
    priority: 'high',
    showableByOneRun: true,
    experiment: 'Repeat the test many times under load; the share of failures changes with the load.',
  },
  security: {
    category: 'BUG',
    meaning: 'Something that must be refused was allowed, or a secret got out.',
    advice: [
      'Look at this first: check whether the same request is allowed in production.',
      'Find the check that should have refused, and why it was passed.',
      'Add the neighbouring cases (expired, foreign, missing) to the suite.',
    ],
    priority: 'high',
    showableByOneRun: true,
  },
  'regression-in-dependency': {
    category: 'BUG',
    meaning: 'A package that the product ships changed its behaviour for the worse.',
    advice: [
      'Compare the lock file with the last green run and put the suspect back to its old version.',
      'Report it to the package with the smallest test that shows it.',
    ],
    priority: 'high',
    showableByOneRun: false,
    experiment: 'Run the test with the lock file of the last green run; it passes there.',
  },
  'other-bug': {
    category: 'BUG',
    meaning: 'The code under test is wrong in a way that has no name of its own here.',
    advice: ['Open the first product frame of the stack.', 'Reproduce it with this test alone.'],
    priority: 'medium',
    showableByOneRun: true,
  },
  'pool-exhausted': {
    category: 'CONFIGURATION',
    meaning: 'More users than the pool has places: a check-out waited until its limit.',
    advice: [
      'Compare the tasks that want a place at once with the places (size + overflow) and their start-up time.',
      'Give the test a pool of its own and of the size it needs, or lower the load.',
      'Check that every place is given back, also after an error: one run cannot tell a pool that is too small from a product that keeps what it took.',
    ],
    priority: 'medium',
    showableByOneRun: true,
  },
  'timeout-budget': {
    category: 'CONFIGURATION',
    meaning: 'The time limit is shorter than the work takes even on a good machine.',
    advice: [
      'Measure how long the step takes alone on an idle machine, start-up included.',
      'Warm up before the clock starts, or set a limit for this kind of test that fits the measured time.',
    ],
    priority: 'medium',
    showableByOneRun: true,
  },
  'name-conflict': {
    category: 'CONFIGURATION',
    meaning:
      'A name (process, pool, database, container, queue) is taken, or was taken away, by another user of it.',
    advice: [
      'Give each test or worker a unique name instead of a fixed one.',
      'Make sure that the earlier owner is stopped before the name is used again.',
    ],
    priority: 'medium',
    showableByOneRun: true,
  },
  'port-in-use': {
    category: 'CONFIGURATION',
    meaning: 'Another process or test already listens on the port.',
    advice: [
      'Listen on port 0 and read the port that the system gave.',
      'If it must be this port, find who holds it and stop it after its test.',
    ],
    priority: 'medium',
    showableByOneRun: true,
  },
  'module-not-found': {
    category: 'CONFIGURATION',
    meaning: 'A module, file of a package or type of environment cannot be resolved.',
    advice: [
      'Check that the package is installed and listed (a fresh install shows it), and that workspace packages are built.',
      'Check path aliases and module mapping in the runner’s config.',
      'Mind upper and lower case in the path: Linux tells them apart.',
    ],
    priority: 'medium',
    showableByOneRun: true,
  },
  'transform-syntax': {
    category: 'CONFIGURATION',
    meaning:
      'A file reached the engine in a syntax that it does not understand: it was not transformed, or as the wrong kind.',
    advice: [
      'See which file it is: a dependency in node_modules that is ESM must be let through the transform.',
      'Check that the transform covers this file type and that the config is the one the run reads.',
      'If the file is your own and was just edited, look for a syntax mistake at the line named.',
    ],
    priority: 'medium',
    showableByOneRun: true,
  },
  'missing-env-var': {
    category: 'CONFIGURATION',
    meaning: 'An environment variable or required setting is not set.',
    advice: [
      'Set the variable where the run starts (CI job, env file of the tests).',
      'Let the suite check its required variables once, at the start, and name the missing ones.',
    ],
    priority: 'medium',
    showableByOneRun: true,
  },
  credentials: {
    category: 'CONFIGURATION',
    meaning: 'A service refused the user, password, token or key that the run presented.',
    advice: [
      'Check which user and secret this environment uses, and that the service knows them.',
      'Look for an expired or rotated secret.',
    ],
    priority: 'medium',
    showableByOneRun: true,
  },
  'version-mismatch': {
    category: 'CONFIGURATION',
    meaning:
      'Two parts that must fit (Node and a native module, a package and its peer, a client and its browser) have versions that do not.',
    advice: [
      'Compare the versions that the message names with those that are installed.',
      'Reinstall or rebuild native modules for the Node that runs the tests; install with the lock file.',
    ],
    priority: 'medium',
    showableByOneRun: true,
  },
  'runner-config': {
    category: 'CONFIGURATION',
    meaning:
      'The runner is set up in a way that does not fit the tests: environment, globals, patterns, set-up files.',
    advice: [
      'Check the runner’s config that this run really reads: environment, globals, set-up files, include patterns.',
      'Set what one file needs at the top of that file (its environment, for example).',
    ],
    priority: 'medium',
    showableByOneRun: true,
  },
  'other-configuration': {
    category: 'CONFIGURATION',
    meaning:
      'A setting is wrong in a way that has no name of its own here, such as a schema that was not migrated.',
    advice: [
      'Compare the settings of this run with those of the last green one.',
      'Run migrations and set-up steps first.',
    ],
    priority: 'medium',
    showableByOneRun: true,
  },
  'service-unreachable': {
    category: 'ENVIRONMENT',
    meaning: 'A service or process that the tests need is not running or does not accept connections.',
    advice: [
      'Start the service, or add it to the CI job, on the address that the message names.',
      'Wait until it is ready (a real query, not only an open port) before the first test.',
      'Skip these tests with a clear reason where the service cannot be had.',
    ],
    priority: 'medium',
    showableByOneRun: true,
  },
  'slow-machine': {
    category: 'ENVIRONMENT',
    meaning: 'The machine was too slow or too busy for the limit at that moment.',
    advice: [
      'Run fewer workers, or give the job more processors.',
      'Let the limit follow the machine instead of a fixed number.',
      'Wait for the condition that matters instead of a fixed pause.',
    ],
    priority: 'low',
    showableByOneRun: true,
  },
  'out-of-memory': {
    category: 'ENVIRONMENT',
    meaning: 'The process or the machine ran out of memory.',
    advice: [
      'Run fewer workers at once, or recycle a worker when it grows beyond a limit.',
      'Find what grows: compare the heap before and after one file.',
      'Raise the heap limit only when the need is real.',
    ],
    priority: 'medium',
    showableByOneRun: true,
  },
  'file-handles': {
    category: 'ENVIRONMENT',
    meaning: 'The process or the machine has no file handles or watchers left.',
    advice: [
      'Lower the number of workers or of files open at once; raise the limit of the system (`ulimit -n`).',
      'Look for handles that are opened in a loop and never closed.',
    ],
    priority: 'medium',
    showableByOneRun: true,
  },
  disk: {
    category: 'ENVIRONMENT',
    meaning: 'The disk is full, read-only or fails.',
    advice: [
      'Free space, or clean caches and old images on the machine.',
      'Let tests remove what they write.',
    ],
    priority: 'medium',
    showableByOneRun: true,
  },
  network: {
    category: 'ENVIRONMENT',
    meaning: 'A connection over the network broke, or the network is not there.',
    advice: [
      'Do not let unit tests reach the network: replace the remote side by a local fake.',
      'Where the real side is meant, retry transient failures and say so in the report.',
    ],
    priority: 'medium',
    showableByOneRun: true,
  },
  dns: {
    category: 'ENVIRONMENT',
    meaning: 'A host name could not be resolved.',
    advice: [
      'Check the name: inside containers and CI the service’s name differs from localhost.',
      'If the name is right, the resolver of the machine failed: retry, or use an address.',
    ],
    priority: 'medium',
    showableByOneRun: true,
  },
  'rate-limit': {
    category: 'ENVIRONMENT',
    meaning: 'A service refused because it was asked too often.',
    advice: [
      'Use a token with a higher quota, or a local fake.',
      'Obey the reply’s retry-after, and share one client between tests.',
    ],
    priority: 'medium',
    showableByOneRun: true,
  },
  'missing-program': {
    category: 'ENVIRONMENT',
    meaning: 'A program, browser or system library that the run starts is not installed.',
    advice: [
      'Install it in the image or in a step before the tests.',
      'Check PATH of the process that runs the tests.',
    ],
    priority: 'medium',
    showableByOneRun: true,
  },
  permission: {
    category: 'ENVIRONMENT',
    meaning: 'The system did not allow a file, port or action to the user that runs the tests.',
    advice: [
      'Check owner and mode of the path named, and which user runs the tests.',
      'Write below a temporary directory of the test’s own.',
    ],
    priority: 'medium',
    showableByOneRun: true,
  },
  'platform-difference': {
    category: 'ENVIRONMENT',
    meaning:
      'The operating system behaves differently from the one the test was written on: paths, line ends, locks, locale data.',
    advice: [
      'Build paths and line ends with what the platform gives, or normalise both sides before they are compared.',
      'On Windows, close handles and wait for child processes before a directory is removed, and retry the removal.',
    ],
    priority: 'medium',
    showableByOneRun: true,
  },
  'worker-crash': {
    category: 'ENVIRONMENT',
    meaning: 'A worker process ended in the middle of its tests, by a signal or a crash of native code.',
    advice: [
      'Run the file alone, in one process: a crash of native code then shows itself.',
      'Look at the system’s log for the killer (out of memory, a job limit).',
      'Search the test and the product for process.exit.',
    ],
    priority: 'high',
    showableByOneRun: true,
  },
  'other-environment': {
    category: 'ENVIRONMENT',
    meaning: 'The surroundings were wrong in a way that has no name of its own here.',
    advice: ['Compare this machine with one where the test passes.'],
    priority: 'medium',
    showableByOneRun: true,
  },
  'order-dependence': {
    category: 'TEST_DESIGN',
    meaning: 'The test passes or fails depending on which tests ran before it.',
    advice: [
      'Run the test alone and the file in shuffled order.',
      'Let each test make what it needs, and move shared set-up into beforeEach.',
    ],
    priority: 'medium',
    showableByOneRun: false,
    experiment: 'Run the test alone, and its file in shuffled order with several seeds.',
  },
  'leaked-state': {
    category: 'TEST_DESIGN',
    meaning:
      'State that another test or run left behind (globals, mocks, rows, environment) changed this one.',
    advice: [
      'Find who else writes the value: the environment, a module-level variable, a shared table, a mock.',
      'Save it before and restore it after each test, or give each test its own.',
    ],
    priority: 'medium',
    showableByOneRun: true,
    experiment: 'Run the test alone and together with the suspected neighbour.',
  },
  'leaked-handle': {
    category: 'TEST_DESIGN',
    meaning:
      'Something that a test started (timer, server, process, message) was still alive after it ended.',
    advice: [
      'Close in afterEach or afterAll what was opened, and wait until it is closed.',
      'Stop timers and subscriptions of rendered components before the environment goes.',
    ],
    priority: 'medium',
    showableByOneRun: true,
  },
  'race-in-test': {
    category: 'TEST_DESIGN',
    meaning: 'The test looks before the thing it tests has happened.',
    advice: [
      'Wait for the condition itself (a polling or retrying assertion), not for a fixed time.',
      'Wait for every effect that is asserted, not only for the first.',
    ],
    priority: 'medium',
    showableByOneRun: true,
    experiment: 'Repeat the test under load; a slower machine fails more often.',
  },
  'missing-await': {
    category: 'TEST_DESIGN',
    meaning: 'The test did not wait for a promise, so work went on after it ended or was never checked.',
    advice: [
      'Await or return every promise of the test; a lint rule for floating promises finds the rest.',
      'Wrap callbacks in a promise that the test awaits.',
    ],
    priority: 'medium',
    showableByOneRun: true,
  },
  'unrealistic-expectation': {
    category: 'TEST_DESIGN',
    meaning: 'The test demands more than anyone promises: exact times, exact counts, certain contention.',
    advice: [
      'Assert the contract (an order, a bound with tolerance, a count of work) instead of an exact measurement.',
      'Let the expected amount follow the load and the machine.',
    ],
    priority: 'low',
    showableByOneRun: true,
  },
  'time-dependence': {
    category: 'TEST_DESIGN',
    meaning: 'The result depends on the date, the time of day or the time zone of the machine.',
    advice: [
      'Pin the clock and the time zone in the test.',
      'Build dates in UTC on both sides of the comparison.',
    ],
    priority: 'medium',
    showableByOneRun: true,
    experiment:
      'Run it with another TZ and with the clock moved past midnight, a month’s end and a DST change.',
  },
  randomness: {
    category: 'TEST_DESIGN',
    meaning: 'The test uses random values, or an order that nothing guarantees, without pinning it.',
    advice: ['Pass a fixed seed and print it.', 'Sort both sides where the order is not promised.'],
    priority: 'medium',
    showableByOneRun: false,
    experiment: 'Repeat the test with many seeds, and again with one fixed seed.',
  },
  'stale-expectation': {
    category: 'TEST_DESIGN',
    meaning: 'The product was changed on purpose and the expectation or snapshot was not.',
    advice: [
      'Read the difference: if it is what the change wanted, update the expectation in the same change.',
      'If nobody wanted it, it is a bug: do not update.',
    ],
    priority: 'low',
    showableByOneRun: true,
  },
  'mock-gap': {
    category: 'TEST_DESIGN',
    meaning: 'A mock or fake does not offer what the code under test now uses.',
    advice: [
      'Add the missing member or command to the mock.',
      'Build the mock from the real module and override only what the test needs.',
    ],
    priority: 'medium',
    showableByOneRun: true,
  },
  'duplicate-test-data': {
    category: 'TEST_DESIGN',
    meaning: 'Test data with a fixed key was inserted twice.',
    advice: [
      'Make keys unique per test, or insert with “update if present”.',
      'Remove or roll back rows after each test, also after one that failed.',
    ],
    priority: 'medium',
    showableByOneRun: true,
  },
  'other-test-design': {
    category: 'TEST_DESIGN',
    meaning: 'The test is wrong in a way that has no name of its own here.',
    advice: ['Read the test at the line named: what does it take for granted?'],
    priority: 'low',
    showableByOneRun: true,
  },
  unknown: {
    category: 'UNKNOWN',
    meaning: 'No sign, or signs that contradict each other.',
    advice: [
      'Run the test again, alone: whether it fails there tells more than its message.',
      'When the cause is found, a rule of your own in the config names it next time.',
    ],
    priority: 'medium',
    showableByOneRun: true,
  },
};
