import {
  bareObject,
  encoded,
  hasOwn,
  indexOf,
  keysOf,
  lowerCase,
  matches,
  slice,
  stringify,
  submatch,
} from '../intrinsics.js';

type Environment = Readonly<Record<string, string | undefined>>;

/** Names whose values are secret wherever the word stands. */
const SECRET_NAME =
  /secret|token|passw(?:or)?d|passphrase|credential|api_?key|access_?key|private_?key|account_?key|connection_?string|webhook_?url/i;
/** Words that make a name secret where they stand alone between separators: not in MONKEY, not in AUTHOR. */
const SECRET_WORD = /(?:^|[_.\-/:])(?:key|keys|auth|pass|pwd|creds?|pat|dsn|cookie|salt|pin)(?:$|[_.\-\d])/i;
/** Names that say where a secret lies, or that hold none although they sound so. */
const NO_SECRET =
  /^(?:OLD|INIT_)?PWD$|(?:_|^)(?:file|path|dir|directory|sock|socket|home|url_path|ttl|expiry|length|type|name)$/i;

const PATH_LIKE = /^(?:~|\.{1,2}|[A-Za-z]:)?[\\/][^\s=+]*$/;
const URL_PASSWORD = /^[a-z][a-z0-9+.-]*:\/\/[^\s/:@]*:([^\s]+)@/i;

const USER_NAME = /(?:user|user_?name|login|logname)$/i;
const USER_OF_URL = /^[a-z][a-z0-9+.-]*:\/\/([^\s/:@]+)[:@]/i;
const URL_SIGN = '://';

/** Values that are defaults of well-known tools or plain words: to mask them would shred a report and hide nothing. */
const TRIVIAL_LIST = [
  'admin',
  'administrator',
  'changeme',
  'default',
  'development',
  'disabled',
  'docker',
  'enabled',
  'example',
  'false',
  'github',
  'guest',
  'localhost',
  'master',
  'minioadmin',
  'mongodb',
  'mysql',
  'nobody',
  'optional',
  'password',
  'postgres',
  'postgresql',
  'private',
  'production',
  'public',
  'rabbitmq',
  'redis',
  'required',
  'secret',
  'staging',
  'string',
  'testing',
  'undefined',
  'vitest',
];

const setOf = (words: readonly string[]): Record<string, true> => {
  const set = bareObject<true>();
  for (let index = 0; index < words.length; index++) set[words[index] as string] = true;
  return set;
};

const TRIVIAL = setOf(TRIVIAL_LIST);

/** Shortest value that counts as a secret, in UTF-16 units. */
export const SHORTEST_SECRET = 6;

const isTelling = (value: string): boolean =>
  value.length >= SHORTEST_SECRET && !hasOwn(TRIVIAL, lowerCase(value)) && !matches(/^(.)\1*$/, value);

/** Adds the names of users, which are no secrets, and which defaults repeat as the password. */
const addUser = (name: string, value: string, plain: Record<string, true>): void => {
  const user = matches(USER_NAME, name) ? value : submatch(USER_OF_URL, value);
  if (user !== undefined) plain[user] = true;
};

/** The values found so far, longest first. */
const insert = (found: string[], value: string): void => {
  if (value.length < SHORTEST_SECRET) return;
  let at = found.length;
  for (let index = 0; index < found.length; index++) {
    if (found[index] === value) return;
    if (at === found.length && (found[index] as string).length < value.length) at = index;
  }
  for (let index = found.length; index > at; index--) found[index] = found[index - 1] as string;
  found[at] = value;
};

/** As it is, as it stands in JSON, and as it stands in a URL. */
const insertVariants = (found: string[], value: string): void => {
  insert(found, value);
  insert(found, submatch(/^\s*([\s\S]*?)\s*$/, value) ?? value);
  insert(found, slice(stringify(value), 1, -1));
  insert(found, encoded(value) ?? value);
};

/**
 * The secret values among environment variables: those whose name looks secret, and passwords inside URLs.
 * Short, boolean, path-like and well-known default values are left out, and so is a password that is its user's name.
 * Longest first, each also as it stands in JSON and in a URL. Calls nothing that a test may have replaced.
 * @param known words that everybody sees, such as the folders of the project: as values they hide nothing
 */
export const secretValues = (environment: Environment, known: readonly string[] = []): readonly string[] => {
  const found: string[] = [];
  const plain = setOf(known);
  const names = keysOf(environment);
  const candidates: string[] = [];
  const add = (value: string): void => {
    if (isTelling(value)) candidates[candidates.length] = value;
  };
  for (let index = 0; index < names.length; index++) {
    const name = names[index] as string;
    const value = environment[name];
    if (typeof value !== 'string' || value.length === 0) continue;
    const isUrl = indexOf(value, URL_SIGN) >= 0;
    if (isUrl || matches(USER_NAME, name)) addUser(name, value, plain);
    if (value.length < SHORTEST_SECRET) continue;
    const password = isUrl ? submatch(URL_PASSWORD, value) : undefined;
    if (password !== undefined) add(password);
    if (matches(NO_SECRET, name)) continue;
    if (matches(SECRET_NAME, name)) add(value);
    else if (matches(SECRET_WORD, name) && !matches(PATH_LIKE, value)) add(value);
  }
  for (let index = 0; index < candidates.length; index++) {
    const value = candidates[index] as string;
    if (!hasOwn(plain, value)) insertVariants(found, value);
  }
  return found;
};
