import { describe, expect, it } from 'vitest';
import { classify } from '../../../src/classify/classify.js';
import { failureOf, type Sample } from '../failure-of.js';

const judge = (sample: Sample) => classify(failureOf(sample));
const verdictOf = (sample: Sample): string => {
  const { category, cause } = judge(sample);
  return `${category}/${cause}`;
};

describe('a client that was made without its key', () => {
  it.each([
    ['Error', 'Neither apiKey nor config.authenticator provided'],
    ['TypeError', 'JwtStrategy requires a secret or key'],
    ['TypeError', 'OAuth2Strategy requires a clientID option'],
    ['Error', 'accountSid must start with AC'],
    ['FirebaseError', 'Firebase: Error (auth/invalid-api-key).'],
  ])('is no defect of the product: %s: %s', (name, message) => {
    expect(verdictOf({ name, message })).toBe('CONFIGURATION/missing-env-var');
  });

  it('is what the test asks for where it expects the refusal', () => {
    const message =
      "expected [Function] to throw error including 'accountSid must start with AC' but got 'no'";
    expect(judge({ name: 'AssertionError', message }).category).not.toBe('CONFIGURATION');
  });
});

describe('a Node that is too old for its packages', () => {
  it.each([
    ['TypeError', 'crypto$2.getRandomValues is not a function'],
    ['TypeError', 'crypto.hash is not a function'],
    ['TypeError', '(0 , import_node_util.styleText) is not a function'],
    ['SyntaxError', "The requested module 'node:util' does not provide an export named 'styleText'"],
  ])('does not have %s: %s', (name, message) => {
    expect(verdictOf({ name, message })).toBe('CONFIGURATION/version-mismatch');
  });

  it('is not to blame for an export that a package lacks', () => {
    const message = "The requested module './cart.js' does not provide an export named 'total'";
    expect(judge({ name: 'SyntaxError', message }).category).toBe('UNKNOWN');
  });
});

describe('a Node that is too new for its packages, or has a defect', () => {
  it.each([
    ['SecurityError', 'Cannot initialize local storage without a `--localstorage-file` path'],
    [
      'Error',
      '[ERR_INTERNAL_ASSERTION]: This is caused by either a bug in Node.js or incorrect usage of Node.js internals.',
    ],
  ])('is known by %s: %s', (name, message) => {
    expect(verdictOf({ name, message })).toBe('CONFIGURATION/version-mismatch');
  });
});

describe('a browser', () => {
  it.each([
    "browserType.launch: Chromium distribution 'chrome' is not found at /opt/google/chrome/chrome",
    'No binary for ChromeHeadless browser on your platform.\n  Please, set "CHROME_BIN" env variable.',
    'The cypress npm package is installed, but the Cypress binary is missing.',
    'Cypress verification timed out.\n\nThis command failed with the following output:\n\n/home/user/.cache/Cypress/Cypress',
    'Your system is missing the dependency: Xvfb\n\nInstall Xvfb and run Cypress again.',
  ])('is missing, or what it needs: %s', (message) => {
    expect(verdictOf({ name: 'Error', message })).toBe('ENVIRONMENT/missing-program');
  });

  it('that goes away in the middle of a run is no verdict on the test', () => {
    const message =
      '[vitest] Browser connection was closed while running tests. Was the page closed unexpectedly?';
    expect(verdictOf({ name: 'Error', message })).toBe('ENVIRONMENT/worker-crash');
  });

  it('that finds nobody at this very machine does not tell why', () => {
    const verdict = judge({
      name: 'Error',
      message: 'page.goto: net::ERR_CONNECTION_REFUSED at http://127.0.0.1:4200/',
    });
    expect(verdict).toMatchObject({ category: 'UNKNOWN', evidence: [{ rule: 'node/page-not-served' }] });
  });
});

describe('a request to port 80 of this machine', () => {
  it('is one without a host, which the test was to answer', () => {
    expect(verdictOf({ name: 'Error', message: 'connect ECONNREFUSED 127.0.0.1:80' })).toBe(
      'TEST_DESIGN/mock-gap',
    );
    expect(verdictOf({ name: 'Error', message: 'connect ECONNREFUSED ::1:80' })).toBe('TEST_DESIGN/mock-gap');
  });

  it.each(['127.0.0.1:8080', '127.0.0.1:8000', '10.0.0.3:80'])('is not one to %s', (address) => {
    expect(verdictOf({ name: 'Error', message: `connect ECONNREFUSED ${address}` })).toBe(
      'ENVIRONMENT/service-unreachable',
    );
  });
});

describe('a certificate that has expired', () => {
  it('is one of the test’s own', () => {
    expect(verdictOf({ name: 'Error', message: 'certificate has expired', code: 'CERT_HAS_EXPIRED' })).toBe(
      'TEST_DESIGN/time-dependence',
    );
  });

  it('is not the test’s where a server elsewhere presents it', () => {
    const message = 'request to https://api.shop.io/orders failed, reason: certificate has expired';
    expect(judge({ name: 'FetchError', message }).category).not.toBe('TEST_DESIGN');
  });
});

describe('a file that Windows does not remove', () => {
  it('is still open where it is a database’s', () => {
    const message =
      "EBUSY: resource busy or locked, unlink 'C:\\Users\\ci\\Temp\\shop-x1\\orders.sqlite-wal'";
    expect(verdictOf({ name: 'Error', message, code: 'EBUSY' })).toBe('TEST_DESIGN/leaked-handle');
    expect(verdictOf({ name: 'Error', message, observed: { failsOnlyOnPlatform: 'windows' } })).toBe(
      'TEST_DESIGN/leaked-handle',
    );
  });

  it('is Windows’ way elsewhere', () => {
    const message = "EBUSY: resource busy or locked, unlink 'C:\\Users\\ci\\Temp\\shop-x1\\orders.txt'";
    expect(verdictOf({ name: 'Error', message, code: 'EBUSY' })).toBe('ENVIRONMENT/platform-difference');
  });
});

describe('what says too little for a verdict', () => {
  it.each([
    ['Error', 'Jest worker encountered 4 child process exceptions, exceeding retry limit'],
    ['Error', 'Call retries were exceeded'],
    ['error', 'deadlock detected'],
    ['TypeError', 'Network request failed'],
    ['ReferenceError', 'vi is not defined'],
    ['ReferenceError', 'jest is not defined'],
    ['ReferenceError', 'ResizeObserver is not defined'],
    ['AssertionError', "expected 'connect ECONNREFUSED 127.0.0.1:5432' to match /invalid coupon/"],
  ])('is named, and left open: %s: %s', (name, message) => {
    const verdict = judge({ name, message });
    expect(verdict.category).toBe('UNKNOWN');
    expect(verdict.why).toMatch(/^Not enough to say: /);
  });
});

describe('a service that answers where no error was to come', () => {
  it.each(['null', 'undefined'])('refuses the user, though a test compares its error with %s', (nothing) => {
    const message = `expected error: role "shop" does not exist to be ${nothing}`;
    expect(verdictOf({ name: 'AssertionError', message })).toBe('CONFIGURATION/credentials');
  });

  it('is not refusing where a page was to show something else', () => {
    expect(
      judge({ name: 'AssertionError', message: "expected 'Bad credentials' to be 'Hello'" }).category,
    ).toBe('BUG');
  });
});

describe('a path with backslashes', () => {
  const message =
    'expect(received).toMatchSnapshot()\n\n- lint --config src\n+ lint --config .\\src\\config\\lint.js';

  it('is as Windows writes it, where the test fails there alone', () => {
    expect(verdictOf({ message, observed: { failsOnlyOnPlatform: 'windows' } })).toBe(
      'ENVIRONMENT/platform-difference',
    );
  });

  it('says nothing elsewhere', () => {
    expect(judge({ message }).category).not.toBe('ENVIRONMENT');
  });
});

describe('a host with a made-up name', () => {
  it.each(['fake.domain', 'api.fake.io', 'foo.bar', 'foo.bar foo.bar:443'])(
    'was not to be asked: %s',
    (host) => {
      expect(verdictOf({ name: 'Error', message: `getaddrinfo ENOTFOUND ${host}` })).toBe(
        'TEST_DESIGN/mock-gap',
      );
    },
  );

  it.each(['db', 'foo', 'foobar.io', 'bar-tabac.fr'])('is not %s', (host) => {
    expect(verdictOf({ name: 'Error', message: `getaddrinfo ENOTFOUND ${host}` })).toBe('ENVIRONMENT/dns');
  });
});

describe('an error that the runner could not hand over', () => {
  it('is not judged by the class that is named in its place', () => {
    const message =
      "Converting circular structure to JSON\n    --> starting at object with constructor 'MaxRetriesPerRequestError'\n    --- property 'e' closes the circle";
    expect(judge({ name: 'TypeError', message }).category).toBe('UNKNOWN');
  });

  it('leaves a circle in the product’s own data to the product', () => {
    const message =
      "Converting circular structure to JSON\n    --> starting at object with constructor 'Cart'\n    --- property 'owner' closes the circle";
    expect(judge({ name: 'TypeError', message }).category).toBe('BUG');
  });
});

describe('a code of the system', () => {
  it('that came in place of another one is the system’s doing', () => {
    expect(verdictOf({ name: 'AssertionError', message: "'EAI_AGAIN' === 'ENOTFOUND'" })).toBe(
      'ENVIRONMENT/dns',
    );
  });
});
