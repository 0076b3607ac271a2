import type { Signature } from '../signature.js';

/** Wordings of the BEAM and of Python that reach JavaScript runs through bridges, child processes and logs. */
export const OTHER_LANGUAGES: readonly Signature[] = [
  {
    id: 'await-limit',
    keywords: ['Task.await', 'await_many', 'ExUnit.TimeoutError'],
    pattern: /Task\.await(?:_many)?\(|await_many|ExUnit\.TimeoutError/,
    category: 'CONFIGURATION',
    cause: 'timeout-budget',
    weight: 0.72,
    sentence: 'Tasks were awaited for less time than starting their workers takes.',
  },
  {
    id: 'nimble-pool',
    keywords: [
      'NimblePool',
      ':checkout',
      'QueuePool',
      "couldn't get a connection after",
      'DBConnection.ConnectionError',
      'poolboy',
      'connection not available and request was dropped',
    ],
    pattern:
      /NimblePool, :checkout|GenServer\.call\([^\n]{0,400}:checkout\b|couldn't get a connection after|QueuePool limit of size|:poolboy|DBConnection\.ConnectionError|\{:timeout, \{\w+, :checkout|connection not available and request was dropped/,
    category: 'CONFIGURATION',
    cause: 'pool-exhausted',
    weight: 0.9,
    sentence: 'A check-out from the pool timed out: all workers were busy or still starting.',
  },
  {
    id: 'call-limit',
    keywords: ['exited in: GenServer.call'],
    pattern: /exited in: GenServer\.call\([^\n]{0,2000}\n\s*\*\* \(EXIT\) time out/,
    unless: /:checkout\b/,
    category: 'CONFIGURATION',
    cause: 'timeout-budget',
    weight: 0.6,
    sentence: 'A call to a process was answered too late or never: its limit struck.',
  },
  {
    id: 'python-environ',
    keywords: ["KeyError: '"],
    // An environment variable's name; any other key is the program's own.
    pattern: /KeyError: '([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)'/,
    category: 'CONFIGURATION',
    cause: 'missing-env-var',
    weight: 0.7,
    sentence: 'The environment variable $1 is not set.',
  },
  {
    id: 'exit-cascade',
    keywords: ['EXIT from #PID', '** (EXIT)', ':shutdown', 'exited in: GenServer'],
    pattern:
      /\*\* \(EXIT(?: from #PID<[\d.]+>)?\) (?:shutdown|:?killed|normal|\{:?shutdown)|exited in: GenServer\.stop/,
    category: 'TEST_DESIGN',
    cause: 'leaked-handle',
    weight: 0.78,
    sentence:
      'A process that the test still had was shut down under it: tear-down does not wait for its workers.',
  },
  {
    id: 'port-argument',
    keywords: [':badarg', 'Port.command', 'port_command', ':epipe', ':einval'],
    pattern: /:badarg\b|port_command|Port\.command|\{:error, :epipe\}/,
    category: 'TEST_DESIGN',
    cause: 'leaked-handle',
    weight: 0.6,
    sentence: 'A port or table was used after its owner had gone: something outlived its test.',
  },
  {
    id: 'python-timeout',
    keywords: [
      'asyncio.TimeoutError',
      'asyncio.exceptions.TimeoutError',
      'ReadTimeout',
      'ConnectTimeout',
      'Failed: Timeout >',
      'Timeout >',
      'CancelledError',
    ],
    // `asyncio.wait_for` cancels what it waits for, and raises the built-in TimeoutError since Python 3.11.
    pattern:
      /asyncio\.(?:exceptions\.)?TimeoutError|\bFailed: Timeout >|^Timeout >\d|\bTimeoutError\b[\s\S]*CancelledError/,
    category: 'CONFIGURATION',
    cause: 'timeout-budget',
    weight: 0.56,
    sentence: 'An awaited operation took longer than its limit.',
  },
  {
    id: 'event-loop-closed',
    keywords: [
      'Event loop is closed',
      'was never awaited',
      'attached to a different loop',
      'Task was destroyed but it is pending',
    ],
    category: 'TEST_DESIGN',
    cause: 'missing-await',
    weight: 0.8,
    sentence: 'Work of the test was still pending when its event loop was closed.',
  },
  {
    id: 'python-reset',
    keywords: ['ConnectionResetError', 'ConnectionRefusedError', 'ServerDisconnectedError'],
    category: 'ENVIRONMENT',
    cause: 'service-unreachable',
    weight: 0.75,
    sentence: 'The service refused or dropped the connection.',
  },
];
