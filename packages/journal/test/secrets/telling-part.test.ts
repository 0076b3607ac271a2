import fc from 'fast-check';
import { expect, test } from 'vitest';
import { secretValues } from '../../src/secrets/secret-values.js';
import { tellingPart } from '../../src/secrets/telling-part.js';

type Environment = Record<string, string | undefined>;

/** The names that are looked at, in one expression. */
const TELLING =
  /secret|token|pass|pwd|credential|key|auth|creds?|pat|dsn|cookie|salt|pin|connection|webhook|ur[il]|conn|host|server|endpoint|proxy|broker|redis|mongo|postgres|mysql|amqp|database|db|user|login|logname/i;

const piece = fc.oneof(
  fc.constantFrom(
    ...'SECRET token Passwd PASSWORD passphrase credential API KEY keys apikey access private account'.split(
      ' ',
    ),
    ...'connection STRING webhook URL uri auth pass PWD cred creds pat DSN cookie salt pin host db'.split(
      ' ',
    ),
    ...'DATABASE redis proxy USER login logname user_name file path dir sock name type OLD INIT'.split(' '),
    ...['é', 'x', 'MON', '1', 's'],
  ),
  fc.constantFrom('_', '-', '.', '/', ':', ''),
);
const name = fc.oneof(
  fc.array(piece, { minLength: 1, maxLength: 5 }).map((pieces) => pieces.join('')),
  fc.constantFrom('PATH', 'PWD', 'OLDPWD', 'USER', 'HOME'),
);
const value = fc.oneof(
  fc.constantFrom('postgres://shop:s3cr3t-word@db/1', 'https://example.org', 'shop', '/usr/bin', 'true', ''),
  fc.string({ minLength: 5, maxLength: 12 }),
);
const environments: fc.Arbitrary<Environment> = fc.dictionary(
  name.filter((text) => text !== ''),
  value,
  {
    maxKeys: 12,
    noNullPrototype: true,
  },
);

const lookedAt = (environment: Environment): Environment =>
  Object.fromEntries(Object.entries(environment).filter(([key]) => TELLING.test(key)));

test('no secret is passed over, whatever the names', () => {
  fc.assert(
    fc.property(environments, (environment) => {
      const part = tellingPart(environment) ?? {};
      expect([...secretValues(part)].sort()).toEqual([...secretValues(lookedAt(environment))].sort());
    }),
    { numRuns: 2_000 },
  );
});

test.each([
  ['the folders that every shell names', { PWD: '/home/shop/project', OLDPWD: '/home/shop/other' }],
  ['words in the middle of other words', { MONKEY: 'chattering', AUTHOR: 'somebody', PATH: '/usr/bin' }],
  ['addresses of services without a sign of one', { HOST: 'shop.example', DB_HOST: 'localhost' }],
])('nothing is looked at closely for %s', (_, environment) => {
  expect(tellingPart(environment)).toBeUndefined();
});

test('a name whose small letters are more than its capital ones hides no other', () => {
  const environment = { İX: 'x', SHOP_TOKEN: 'tr1ck-or-treat' };
  expect(tellingPart(environment)).toHaveProperty('SHOP_TOKEN');
});

test('of the rest of the environment no value is read', () => {
  const environment = { SHOP_TOKEN: 'tr1ck-or-treat' };
  Object.defineProperty(environment, 'LANG', { enumerable: true, get: () => expect.unreachable() });
  expect(tellingPart(environment)).toEqual({ SHOP_TOKEN: 'tr1ck-or-treat' });
});
