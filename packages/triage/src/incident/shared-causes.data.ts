/** A thing that several failures can share. Its captures name it. */
export interface SharedThing {
  /** First part of the key. */
  readonly kind: string;
  /** Searched in the error's texts; not global. */
  readonly pattern: RegExp;
  /** The name of the thing from the captures; undefined where the match says too little. */
  readonly nameOf: (match: RegExpExecArray) => string | undefined;
  /** Headline from the name. */
  readonly title: (name: string) => string;
}

const first = (match: RegExpExecArray): string | undefined =>
  match.slice(1).find((capture) => capture !== undefined);

const LOOPBACK = /^(?:127(?:\.\d+){3}|\[?::1\]?|\[?::ffff:127\.0\.0\.1\]?|0\.0\.0\.0|localhost)$/i;

/** An address under one name, however the system spelt it. */
const address = (host: string | undefined, port: string | undefined): string | undefined => {
  if (port === undefined) return host;
  const plain = host === undefined || LOOPBACK.test(host) ? 'localhost' : host;
  return `${plain.toLowerCase()}:${port}`;
};

const addressOf = (match: RegExpExecArray): string | undefined => address(match[1], match[2]);

/** Asked in order; the first that matches names what is shared. */
export const SHARED_THINGS: readonly SharedThing[] = [
  {
    kind: 'refused',
    pattern:
      /\bECONNREFUSED\b:?\s+(?:connect\s+)?\[?((?:[0-9a-f]{0,4}:){2,7}[0-9a-f.]+|(?:[\w-]+\.)*[\w-]+)\]?:(\d{1,5})\b/i,
    nameOf: addressOf,
    title: (name) => `${name} refuses connections`,
  },
  {
    kind: 'refused',
    pattern:
      /connection to (?:server )?(?:at )?"?([\w.:-]+)"?[^\n]{0,60}?,? port (\d{1,5}) failed: Connection refused/i,
    nameOf: addressOf,
    title: (name) => `${name} refuses connections`,
  },
  {
    kind: 'unreachable',
    pattern:
      /\b(?:ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ECONNRESET|EPIPE)\b:?\s+(?:connect |read |write )?\[?((?:[0-9a-f]{0,4}:){2,7}[0-9a-f.]+|(?:[\w-]+\.)*[\w-]+)\]?:(\d{1,5})\b/i,
    nameOf: addressOf,
    title: (name) => `${name} cannot be reached`,
  },
  {
    kind: 'dns',
    pattern: /\b(?:ENOTFOUND|EAI_AGAIN)\b[ :]*([\w.-]+)/,
    nameOf: first,
    title: (name) => `the name ${name} is not resolved`,
  },
  {
    kind: 'port',
    pattern: /\bEADDRINUSE\b[^\n]{0,40}?(?:\[?([\w.]*|:+[\w:.]*)\]?):(\d{1,5})\b/,
    nameOf: (match) => match[2],
    title: (name) => `port ${name} is already in use`,
  },
  {
    kind: 'module',
    pattern:
      /(?:Cannot find (?:module|package)|Failed to resolve import|Could not resolve|Failed to load url) ['"`]?([^\s'"`]+)/i,
    nameOf: (match) => match[1],
    title: (name) => `${name} cannot be found`,
  },
  {
    kind: 'program',
    pattern: /\bspawn (\S+) ENOENT\b|(?:^|\s)([\w.+-]+): (?:command )?not found\b/m,
    nameOf: first,
    title: (name) => `the program ${name} is missing`,
  },
  {
    kind: 'resource',
    pattern: /\b(ENOSPC|EDQUOT|EMFILE|ENFILE)\b/,
    nameOf: (match) => match[1],
    title: (name) =>
      name === 'EMFILE' || name === 'ENFILE'
        ? `no file handles left (${name})`
        : `no disk space left (${name})`,
  },
  {
    kind: 'resource',
    pattern:
      /\b(ENOMEM)\b|(heap out of memory|heap limit|reached memory limit|ERR_WORKER_OUT_OF_MEMORY|out of memory)/i,
    nameOf: () => 'memory',
    title: () => 'no memory left',
  },
  {
    kind: 'credentials',
    pattern:
      /(?:authentication failed|Access denied|no pg_hba\.conf entry)[^\n]{0,40}? (?:for )?user ['"]?([\w.@%-]+)/i,
    nameOf: (match) => match[1],
    title: (name) => `the credentials of ${name} are refused`,
  },
  {
    kind: 'name',
    pattern: /\b(?:unique constraint|duplicate key)[^\n]{0,40}? ["'`]([\w.-]+)["'`]/i,
    nameOf: (match) => match[1],
    title: (name) => `${name} is taken twice`,
  },
  {
    kind: 'name',
    pattern:
      /\b((?:database|table|relation|schema|role|index|queue|topic|bucket|container|collection|volume|stream|name|process|worker|pool)\b[ :]*["'`][\w./:-]+["'`]) (?:is )?already (?:exists|registered|taken|in use|started)/i,
    nameOf: (match) =>
      match[1]
        ?.toLowerCase()
        .replace(/["'`:]/g, '')
        .replace(/\s+/g, ' '),
    title: (name) => `${name} already exists`,
  },
];

/** Asked where the verdict is an exhausted pool. */
export const POOL: SharedThing = {
  kind: 'pool',
  pattern: /\bpool\b[ :=]*["'`]([\w./:-]+)["'`]|["'`]([\w./:-]+)["'`] pool\b|\b([\w-]+[-_.]pool)\b/i,
  nameOf: first,
  title: (name) => `pool ${name} is exhausted`,
};

/** Asked where the verdict is a missing environment variable. */
export const VARIABLE: SharedThing = {
  kind: 'variable',
  pattern: /\b([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)\b|process\.env\.(\w+)/,
  nameOf: first,
  title: (name) => `the environment variable ${name} is not set`,
};
