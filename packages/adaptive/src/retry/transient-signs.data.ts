/** Codes of errors that can go away by themselves, by the kind of trouble. */
export const TRANSIENT_CODES: Readonly<Record<string, readonly string[]>> = {
  network: [
    'ECONNREFUSED',
    'ECONNRESET',
    'ECONNABORTED',
    'EPIPE',
    'EHOSTUNREACH',
    'EHOSTDOWN',
    'ENETUNREACH',
    'ENETDOWN',
    'ENETRESET',
    'EAI_AGAIN',
    'UND_ERR_SOCKET',
    'PROTOCOL_CONNECTION_LOST',
    '08000',
    '08001',
    '08003',
    '08006',
    '57P01',
    '57P03',
    'P1001',
  ],
  'time-out': [
    'ETIMEDOUT',
    'ESOCKETTIMEDOUT',
    'UND_ERR_CONNECT_TIMEOUT',
    'UND_ERR_HEADERS_TIMEOUT',
    'UND_ERR_BODY_TIMEOUT',
    'P1002',
    'P1008',
    'HOLDFAST_ATTEMPT_TIMED_OUT',
  ],
  'pool checkout': ['P2024', '53300', 'ER_CON_COUNT_ERROR', 'ER_TOO_MANY_USER_CONNECTIONS'],
  lock: [
    '40001',
    '40P01',
    '55P03',
    'ER_LOCK_DEADLOCK',
    'ER_LOCK_WAIT_TIMEOUT',
    'SQLITE_BUSY',
    'SQLITE_LOCKED',
    'P2034',
    'EBUSY',
    'EAGAIN',
  ],
};

/** Names of error classes. */
export const TRANSIENT_NAMES: Readonly<Record<string, readonly string[]>> = {
  'time-out': ['TimeoutError'],
  'pool checkout': ['KnexTimeoutError', 'SequelizeConnectionAcquireTimeoutError'],
};

/** Status codes of HTTP, under `status` or `statusCode`. */
export const TRANSIENT_STATUS: Readonly<Record<string, readonly number[]>> = {
  'time-out': [408, 504],
  'rate limit': [429],
  network: [502, 503],
};

/** For libraries that give neither code nor name: how their messages begin. */
export const TRANSIENT_MESSAGES: Readonly<Record<string, readonly RegExp[]>> = {
  'pool checkout': [
    /^timeout exceeded when trying to connect/i,
    /^ResourceRequest timed out/i,
    /^Timeout acquiring a connection/i,
    /^(sorry, )?too many (clients|connections)/i,
  ],
  'time-out': [/^Connection terminated due to connection timeout/i],
  lock: [/^deadlock (detected|found)/i, /^database is locked/i],
};

/** Names of errors that are mistakes, and stay so however often they are tried. */
export const MISTAKE_NAMES: readonly string[] = [
  'AssertionError',
  'JestAssertionError',
  'TypeError',
  'ReferenceError',
  'SyntaxError',
  'RangeError',
  'EvalError',
  'URIError',
];
