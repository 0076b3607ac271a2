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

/** Names of users, which are no secrets, and which defaults repeat as the password. */
const usersOf = (environment: Environment): string[] =>
  Object.entries(environment).flatMap(([name, value = '']) => {
    const user = USER_NAME.test(name)
      ? value
      : value.includes('://')
        ? USER_OF_URL.exec(value)?.[1]
        : undefined;
    return user === undefined ? [] : [user];
  });

/** Values that are defaults of well-known tools or plain words: to mask them would shred a report and hide nothing. */
const TRIVIAL = new Set([
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
]);

const SHORTEST = 6;

const isTelling = (value: string): boolean =>
  value.length >= SHORTEST && !TRIVIAL.has(value.toLowerCase()) && !/^(.)\1*$/.test(value);

const variants = (value: string): readonly string[] => {
  const all = [value, value.trim(), JSON.stringify(value).slice(1, -1)];
  try {
    all.push(encodeURIComponent(value));
  } catch {
    // A lone surrogate has no encoded form.
  }
  return all;
};

/**
 * The secret values among environment variables: those whose name looks secret, and passwords inside URLs.
 * Short, boolean, path-like and well-known default values are left out, and so is a password that is its user's name.
 * Longest first, each also as it stands in JSON and in a URL.
 * @param known words that everybody sees, such as the folders of the project: as values they hide nothing
 */
export const secretValues = (environment: Environment, known: readonly string[] = []): readonly string[] => {
  const found = new Set<string>();
  const plain = new Set([...known, ...usersOf(environment)]);
  const add = (value: string): void => {
    if (isTelling(value) && !plain.has(value))
      for (const variant of variants(value)) if (variant.length >= SHORTEST) found.add(variant);
  };
  for (const name of Object.keys(environment)) {
    const value = environment[name];
    if (typeof value !== 'string' || value.length < SHORTEST) continue;
    if (value.includes('://')) {
      const password = URL_PASSWORD.exec(value)?.[1];
      if (password !== undefined) add(password);
    }
    if (NO_SECRET.test(name)) continue;
    if (SECRET_NAME.test(name)) add(value);
    else if (SECRET_WORD.test(name) && !PATH_LIKE.test(value)) add(value);
  }
  return [...found].sort((left, right) => right.length - left.length);
};
