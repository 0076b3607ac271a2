import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMask } from '../../src/mask/create-mask.js';

const mask = createMask({ environment: {} });

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const alphanumeric = (length: number) =>
  fc.string({ unit: fc.constantFrom(...letters), minLength: length, maxLength: length });
const hex = (length: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: length, maxLength: length });
const digitful = alphanumeric(14).map((text) => `a1${text}`);

/** Each gives a text around a secret, and the part that must not survive. */
const secrets: Readonly<Record<string, fc.Arbitrary<readonly [text: string, secret: string]>>> = {
  'a URL with a password': digitful.map((secret) => [
    `postgres://app:${secret}@db.internal:5432/orders`,
    secret,
  ]),
  'a URL with a password full of signs': digitful.map((secret) => [
    `amqp://app:${secret}/x@y!@mq:5672`,
    secret,
  ]),
  'a URL with a token for a user': alphanumeric(24).map((secret) => [
    `https://${secret}@git.example.com/a.git`,
    secret,
  ]),
  'a bearer header': digitful.map((secret) => [`Authorization: Bearer ${secret}`, secret]),
  'a bearer header as JSON': digitful.map((secret) => [`{"authorization":"Bearer ${secret}"}`, secret]),
  'a basic header': digitful.map((secret) => {
    const coded = Buffer.from(`user:${secret}`).toString('base64');
    return [`authorization: Basic ${coded}`, coded];
  }),
  'a GitHub token': alphanumeric(36).map((secret) => [`remote: ghp_${secret} was used`, secret]),
  'a GitLab token': alphanumeric(20).map((secret) => [`glpat-${secret}`, secret]),
  'a Slack token': digitful.map((secret) => [`xoxb-12345678-${secret}`, secret]),
  'an AWS key id': alphanumeric(16).map((secret) => [`AKIA${secret.toUpperCase()}`, secret.toUpperCase()]),
  'an AWS secret by name': alphanumeric(40).map((secret) => [`AWS_SECRET_ACCESS_KEY=${secret}`, secret]),
  'a Google key': alphanumeric(35).map((secret) => [`key AIza${secret} is not valid`, secret]),
  'a Stripe key': alphanumeric(24).map((secret) => [`Invalid API Key provided: sk_test_${secret}`, secret]),
  'an npm token': alphanumeric(36).map((secret) => [
    `//registry.npmjs.org/:_authToken=npm_${secret}`,
    secret,
  ]),
  'an OpenAI key': alphanumeric(40).map((secret) => [`Incorrect API key: sk-proj-${secret}`, secret]),
  'an Anthropic key': alphanumeric(40).map((secret) => [`x-api-key sk-ant-api03-${secret}`, secret]),
  'an Azure connection string': alphanumeric(40).map((secret) => [
    `DefaultEndpointsProtocol=https;AccountName=shop;AccountKey=${secret}==;EndpointSuffix=core.windows.net`,
    secret,
  ]),
  'a SQL Server connection string': digitful.map((secret) => [
    `Server=db;User Id=sa;Password=${secret};`,
    secret,
  ]),
  'a JWT': fc
    .tuple(alphanumeric(30), alphanumeric(40), alphanumeric(43))
    .map(([head, body, signature]) => [`token eyJ${head}.eyJ${body}.${signature} is expired`, signature]),
  'a private key': alphanumeric(64).map((secret) => [
    `-----BEGIN RSA PRIVATE KEY-----\n${secret}\n-----END RSA PRIVATE KEY-----`,
    secret,
  ]),
  'a private key that was cut off': alphanumeric(64).map((secret) => [
    `-----BEGIN PRIVATE KEY-----\n${secret}`,
    secret,
  ]),
  'a cookie header': digitful.map((secret) => [`Cookie: session=${secret}; theme=dark`, secret]),
  'a set-cookie list': digitful.map((secret) => [`'set-cookie': [ 'sid=${secret}; Path=/' ]`, secret]),
  'a password in JSON': digitful.map((secret) => [`{"user":"ada","password":"${secret}"}`, secret]),
  'a password as inspect prints it': digitful.map((secret) => [
    `{ user: 'ada', dbPassword: '${secret}' }`,
    secret,
  ]),
  'a password in escaped JSON': digitful.map((secret) => [`"{\\"password\\":\\"${secret}\\"}"`, secret]),
  'a secret in a query': digitful.map((secret) => [`GET /cb?client_secret=${secret}&state=1`, secret]),
  'a password in a sentence': digitful.map((secret) => [
    `cannot log in with password ${secret} here`,
    secret,
  ]),
  'a password that is quoted in a sentence': digitful.map((secret) => [
    `the password is "${secret}"`,
    secret,
  ]),
  'a password in XML': digitful.map((secret) => [`<dbPassword>${secret}</dbPassword>`, secret]),
  'the user of a curl command': digitful.map((secret) => [`curl -s -u ada:${secret} https://shop`, secret]),
  'a basic header with a tab': digitful.map((secret) => {
    const coded = Buffer.from(`user:${secret}`).toString('base64');
    return [`Basic\t${coded}`, coded];
  }),
  'a signature of a signed link': hex(64).map((secret) => [`https://s3/x?X-Amz-Signature=${secret}`, secret]),
  'a token on a command line': digitful.map((secret) => [`deploy --token ${secret} --dry-run`, secret]),
  'a cookie without a colon': digitful.map((secret) => [`sent Cookie sid=${secret}; path=/`, secret]),
  'a session cookie by its name': digitful.map((secret) => [`connect.sid=s%3A${secret} is unknown`, secret]),
  'a bearer token of letters alone': fc
    .string({ unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz'), minLength: 20, maxLength: 30 })
    .map((secret) => [`with Bearer ${secret} it is refused`, secret]),
  'a key after its header': digitful.map((secret) => [`sent x-api-key ${secret} to the shop`, secret]),
  'a pass in a query': digitful.map((secret) => [`smtp?user=ada&pass=${secret}`, secret]),
  'a pass as inspect prints it': digitful.map((secret) => [
    `auth: { user: 'ada', pass: '${secret}' }`,
    secret,
  ]),
  'a password of mysql': digitful.map((secret) => [`mysql -u root -p${secret} shop`, secret]),
  'a password of docker': digitful.map((secret) => [`docker login -u ada -p ${secret} registry`, secret]),
  'a password of redis': digitful.map((secret) => [`redis-cli -h db -a ${secret} ping`, secret]),
  'a one-time code': fc
    .integer({ min: 100_000, max: 999_999 })
    .map((code) => [`{ otp: ${code} }`, String(code)]),
  'a token in XML': digitful.map((secret) => [`<accessToken>${secret}</accessToken>`, secret]),
  'a password in prose': digitful.map((secret) => [`login with password: ${secret} failed`, secret]),
};

describe('createMask', () => {
  for (const [name, arbitrary] of Object.entries(secrets)) {
    it(`leaves nothing of ${name}`, () => {
      fc.assert(
        fc.property(arbitrary, fc.string(), fc.string(), ([text, secret], before, after) => {
          expect(mask(`${before}\n${text}\n${after}`)).not.toContain(secret);
        }),
        { numRuns: 50 },
      );
    });
  }

  it('changes nothing that it masked before', () => {
    const any = fc.oneof(...Object.values(secrets)).map(([text]) => text);
    fc.assert(
      fc.property(fc.array(fc.oneof(any, fc.string()), { maxLength: 5 }), (parts) => {
        const once = mask(parts.join(' '));
        expect(mask(once)).toBe(once);
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    'expect(received).toBe(expected) // Object.is equality\n\nExpected: 3\nReceived: 4',
    "Cannot read properties of undefined (reading 'token')",
    'connect ECONNREFUSED 127.0.0.1:5432',
    'GET http://localhost:5173/@fs/srv/app/main.ts failed',
    'SyntaxError: Unexpected token < in JSON at position 0',
    'password authentication failed for user "app"',
    'invalid password: must be at least 8 characters',
    'basic authentication is required',
    'ssh://git@github.com/a/b.git cannot be cloned',
    '    at Object.<anonymous> (/srv/app/tests/token.test.ts:12:5)',
    'const token = await login();',
    'duplicate key value violates unique constraint "orders_pkey"',
    'file:///srv/app/node_modules/.pnpm/@vitest+runner@4.1.0/dist/index.js:3:1',
    '<token>x</token> is expected, <token>identifier</token> came',
    'tests: pass=12 fail=3, pass: true',
    'mkdir -p build/out && ssh -p 22 build-host',
    'psql -p 5432 -h localhost shop',
    'mysql cannot be reached on port 3306',
    'Bearer authentication is required',
    'the session=expired case redirects',
    'a cookie max-age=31536000 is too long',
    'the otp is wrong, the passcode is missing',
    'missing x-api-key header in 12 requests',
    'Expected token to be undefined, token=undefined',
    'sorted by name, id 8f14e45f-ceea-467f-a0e6-1f8a3b5c9d2e, 2026-11-21T03:00:00.000Z',
  ])('leaves a clean text as it is: %s', (text) => {
    expect(mask(text)).toBe(text);
  });

  it('keeps what tells where the secret was', () => {
    expect(mask('postgres://app:hunter2pass@db:5432/orders')).toBe('postgres://app:***@db:5432/orders');
    expect(mask('{"password":"hunter2"}')).toBe('{"password":"***"}');
  });

  it('takes colour codes and control characters out, and finds the secret they split', () => {
    expect(mask('\u001B[31mfailed\u001B[39m\u0000')).toBe('failed');
    expect(mask(`gh\u0000p_\u001B[1m${'a1'.repeat(18)}`)).toBe('***');
  });

  it('masks values of environment variables that sound secret, in every spelling', () => {
    const own = createMask({ environment: { DB_PASS: 'pa"ss w/rd', PAYMENT_API_KEY: 'f00dbabe1234' } });
    expect(own('login pa"ss w/rd or pa\\"ss w/rd or pa%22ss%20w%2Frd')).toBe('login *** or *** or ***');
    expect(own('key f00dbabe1234!')).toBe('key ***!');
  });

  it('does not tear a longer word that contains a short value', () => {
    const own = createMask({ environment: { APP_SECRET: 'orders' } });
    expect(own('reorders of orders')).toBe('reorders of ***');
  });

  it('takes masks of the user, texts literally', () => {
    const own = createMask({ environment: {}, masks: ['a+b(c', /cust-\d+/] });
    expect(own('a+b(c and cust-123, cust-9 and aab')).toBe('*** and ***, *** and aab');
  });

  it('survives a user expression that matches nothing', () => {
    expect(createMask({ environment: {}, masks: [/x*/] })('abc')).toBe('abc');
  });

  it('cuts a very long text, never through a secret', () => {
    const own = createMask({ environment: {}, longestText: 10_000 });
    fc.assert(
      fc.property(fc.integer({ min: 9_900, max: 10_100 }), alphanumeric(36), (length, token) => {
        const clean = own(`${'x '.repeat(length / 2)}ghp_${token}${' y'.repeat(20_000)}`);
        expect(clean.length).toBeLessThan(10_100);
        expect(clean).toMatch(/characters left out\]$/);
        expect(clean).not.toContain(token.slice(0, 12));
      }),
      { numRuns: 100 },
    );
  });

  it('says how much it left out, and says the same when asked again', () => {
    const own = createMask({ environment: {}, longestText: 1_000 });
    const once = own('word '.repeat(4_000_000));
    expect(once).toMatch(/ … \[19999000 characters left out\]$/);
    expect(own(once)).toBe(once);
  });

  it('says of many texts at once that it leaves all alone only where it leaves each alone', () => {
    const own = createMask({ environment: { DB_PASSWORD: 'hunter2secret' }, masks: ['4711-intern'] });
    const text = fc.oneof(
      fc.string(),
      fc.constantFrom(
        'orders',
        'pays by card',
        'hunter2secret',
        '4711-intern',
        'password=',
        '"',
        '\n',
        "cookie: '",
      ),
      ...Object.values(secrets).map((secret) => secret.map(([whole]) => whole)),
    );
    fc.assert(
      fc.property(fc.array(text, { maxLength: 6 }), (texts) => {
        if (own.leavesAll?.(texts) === true) expect(texts.map((one) => own(one))).toEqual(texts);
      }),
      { numRuns: 1_000 },
    );
    expect(own.leavesAll?.(['orders', 'pays by card'])).toBe(true);
    expect(own.leavesAll?.(['orders', 'for hunter2secret'])).toBe(false);
  });

  it('answers for many texts only by each of them where a user looks for the ends of one', () => {
    const own = createMask({ environment: {}, masks: [/^internal$/] });
    expect(own.leavesAll?.(['orders', 'internal'])).toBe(false);
  });
});
