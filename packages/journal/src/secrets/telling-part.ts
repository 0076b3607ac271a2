import {
  bareObject,
  charCodeAt,
  hasOwn,
  indexOf,
  keysOf,
  lastIndexOf,
  lowerCase,
  slice,
} from '../intrinsics.js';
import { SHORTEST_SECRET } from './secret-values.js';

type Environment = Readonly<Record<string, string | undefined>>;

/** What a name holds whose value may be a secret, wherever the word stands in it. */
const ANYWHERE = [
  'secret',
  'token',
  'passw',
  'passphrase',
  'credential',
  'apikey',
  'api_key',
  'accesskey',
  'access_key',
  'privatekey',
  'private_key',
  'accountkey',
  'account_key',
  'connectionstring',
  'connection_string',
  'webhookurl',
  'webhook_url',
];
/** The same, where no letter but an `s` stands beside the word. Its value may be an address anywhere. */
const ALONE = ['key', 'auth', 'pass', 'pwd', 'cred', 'pat', 'dsn', 'cookie', 'salt', 'pin'];
/** What a name holds whose value may be an address with a password in it. */
const ADDRESS = [
  'url',
  'uri',
  'conn',
  'host',
  'server',
  'endpoint',
  'proxy',
  'broker',
  'redis',
  'mongo',
  'postgres',
  'mysql',
  'amqp',
  'db',
  'database',
  'webhook',
];
/** What a name holds whose value may be a user, which is no secret. */
const USER = ['user', 'login', 'logname'];

/** Stands between names; no name can hold it. */
const BETWEEN = '\0';
const SMALL_A = 97;
const SMALL_S = 115;
const SMALL_Z = 122;

/** In a text of small letters. */
const isLetterAt = (text: string, at: number): boolean => {
  const unit = charCodeAt(text, at);
  return unit >= SMALL_A && unit <= SMALL_Z;
};

const isAloneIn = (text: string, start: number, end: number): boolean =>
  !isLetterAt(text, start - 1) && !isLetterAt(text, charCodeAt(text, end) === SMALL_S ? end + 1 : end);

/** The names of an environment as one text: a search in it is one call, where each name would be one. */
interface Names {
  /** As they are, each with a separator before and after. */
  readonly text: string;
  readonly lower: string;
}

const find = ({ text, lower }: Names, words: readonly string[], isAlone: boolean): Record<string, true> => {
  const found = bareObject<true>();
  for (let index = 0; index < words.length; index++) {
    const word = words[index] as string;
    let at = indexOf(lower, word);
    while (at >= 0) {
      const after = at + word.length;
      let next = at + 1;
      if (!isAlone || isAloneIn(lower, at, after)) {
        next = indexOf(lower, BETWEEN, after);
        found[slice(text, lastIndexOf(text, BETWEEN, at) + 1, next)] = true;
      }
      at = indexOf(lower, word, next);
    }
  }
  return found;
};

const isAddress = (value: string): boolean => indexOf(value, '://') >= 0;

/** Variables of every shell, which name a folder. */
const FOLDERS: Record<string, true> = { PWD: true, OLDPWD: true, INIT_PWD: true };

/**
 * The part of an environment in which a secret may lie, for a closer look: most hold none, and most values are not read.
 * Undefined where there is none.
 */
export const tellingPart = (environment: Environment): Environment | undefined => {
  const names = keysOf(environment);
  let text = BETWEEN;
  for (let index = 0; index < names.length; index++) text += names[index] + BETWEEN;
  const lower = lowerCase(text);
  // A few letters are two when they are small: then every name is looked at.
  if (lower.length !== text.length) return environment;
  const joined = { text, lower };
  const part = bareObject<string | undefined>();
  let isTelling = false;
  const take = (found: Record<string, true>, isWanted: (name: string, value: string) => boolean): void => {
    const keys = keysOf(found);
    for (let index = 0; index < keys.length; index++) {
      const name = keys[index] as string;
      const value = environment[name];
      if (typeof value !== 'string' || !isWanted(name, value)) continue;
      part[name] = value;
      isTelling = true;
    }
  };
  const isLong = (name: string, value: string): boolean =>
    value.length >= SHORTEST_SECRET && !hasOwn(FOLDERS, name);
  take(find(joined, ANYWHERE, false), isLong);
  take(find(joined, ALONE, true), isLong);
  const address = (_: string, value: string): boolean => isAddress(value);
  take(find(joined, ADDRESS, false), address);
  take(find(joined, ALONE, false), address);
  take(find(joined, USER, false), address);
  if (!isTelling) return undefined;
  take(find(joined, USER, false), () => true);
  return part;
};
