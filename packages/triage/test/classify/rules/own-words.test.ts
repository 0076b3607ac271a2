import { describe, expect, it } from 'vitest';
import { classify } from '../../../src/classify/classify.js';
import { failureOf, type Sample } from '../failure-of.js';

const below = (top: string): string =>
  `Error: x\n    ${top}\n    at handle (/app/src/server.ts:4:2)\n    at /app/test/orders.test.ts:9:1`;

const inProduct = (sample: Sample, top = 'at check (/app/src/limits.ts:31:11)'): Sample => ({
  ...sample,
  file: 'test/orders.test.ts',
  stack: below(top),
});

const inNode = 'at Object.open (node:internal/fs/promises:639:10)';

describe('a product that words its own errors like the machine or a service', () => {
  it.each([
    [{ message: 'Too Many Requests: rate limit exceeded for client 4', name: 'RateLimitError' }],
    [{ message: 'permission denied: user 7 may not read order 3' }],
    [{ message: 'out of memory: no slot left in the cache' }],
    [{ message: 'table users already exists in the registry', name: 'SchemaError' }],
    [{ message: 'authentication failed for user 7', name: 'AuthError' }],
  ] as const)('is not excused: %o', (sample) => {
    expect(['BUG', 'UNKNOWN']).toContain(classify(failureOf(inProduct(sample))).category);
    // The words alone do mean the machine.
    expect(['BUG', 'UNKNOWN']).not.toContain(classify(failureOf(sample)).category);
  });

  it.each([
    [{ message: "EACCES: permission denied, open '/srv/own.json'", code: 'EACCES' }, inNode],
    [
      { message: 'write after end', code: 'ERR_STREAM_WRITE_AFTER_END' },
      'at Writable.write (node:internal/streams/writable:510:10)',
    ],
    [
      { message: 'Request failed with status code 401', name: 'AxiosError', code: 'ERR_BAD_REQUEST' },
      'at settle (/app/node_modules/axios/lib/core/settle.js:19:12)',
    ],
  ] as const)('that calls the system wrongly is not excused either: %o', (sample, top) => {
    expect(classify(failureOf(inProduct(sample, top))).category).toBe('UNKNOWN');
  });

  const duplicate = {
    message: 'duplicate key value violates unique constraint "orders_pkey"',
    code: '23505',
  };
  const driver = 'at Parser.parse (/app/node_modules/pg-protocol/src/parser.ts:369:69)';

  it('that writes a key twice in a test of concurrency is not excused', () => {
    const title = 'orders > takes two of one number at the same time';
    expect(classify(failureOf({ ...inProduct(duplicate, driver), title })).category).toBe('UNKNOWN');
    expect(classify(failureOf(inProduct(duplicate, driver)))).toMatchObject({
      cause: 'duplicate-test-data',
    });
  });

  it('that repeats what a service answered does speak of the service', () => {
    const answered = { message: 'Carrier answered 429 Too Many Requests: at most 5 a second' };
    expect(classify(failureOf(inProduct(answered)))).toMatchObject({ cause: 'rate-limit' });
  });

  it('keeps its own pool’s words: it is full whoever says so', () => {
    expect(classify(failureOf(inProduct({ message: 'No workers available' })))).toMatchObject({
      cause: 'pool-exhausted',
    });
  });
});

describe('a server that this very run started and that refuses', () => {
  const refused = (port: number): string => `connect ECONNREFUSED 127.0.0.1:${port}`;

  it('is no service that is down: the system gave it its port', () => {
    expect(classify(failureOf({ message: refused(43_121), code: 'ECONNREFUSED' })).category).toBe('UNKNOWN');
  });

  it('is one that is down at a port of its own', () => {
    expect(classify(failureOf({ message: refused(5432), code: 'ECONNREFUSED' }))).toMatchObject({
      category: 'ENVIRONMENT',
      cause: 'service-unreachable',
    });
  });
});

describe('a call of evidence() that is wrong', () => {
  it('is the test’s, with the reason', () => {
    const message = "evidence: the data of 'pool.checkout' must be a plain object, got 3";
    expect(classify(failureOf({ message, name: 'TypeError' }))).toMatchObject({
      category: 'TEST_DESIGN',
      cause: 'other-test-design',
    });
  });
});
