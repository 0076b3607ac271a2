import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupIncidents } from '../../src/incident/group-incidents.js';
import type { JudgedFailure } from '../../src/incident/judged-failure.js';
import { failureOf, judgedOf } from '../failure.fixture.js';

const judged = (message: string, changes = {}): JudgedFailure => judgedOf(failureOf(message, changes));
const group = (...failures: readonly JudgedFailure[]) => groupIncidents(failures).incidents;

describe('groupIncidents', () => {
  it('makes one dead database one incident, whatever each client says', () => {
    const incidents = group(
      judged('connect ECONNREFUSED 127.0.0.1:5432'),
      judged('connect ECONNREFUSED ::1:5432'),
      judged('ECONNREFUSED: connect [::1]:5432'),
      judged('could not save the order: connect ECONNREFUSED 127.0.0.1:5432'),
      judgedOf(
        failureOf({ message: '', code: 'ECONNREFUSED', properties: { address: '127.0.0.1', port: 5432 } }),
      ),
      judgedOf(
        failureOf({
          name: 'AggregateError',
          message: '',
          code: 'ECONNREFUSED',
          errors: [{ message: 'connect ECONNREFUSED 127.0.0.1:5432' }],
        }),
      ),
    );
    expect(incidents.map(({ title, failures }) => [title, failures.length])).toEqual([
      ['localhost:5432 refuses connections', 6],
    ]);
  });

  it('keeps comparisons on different lines apart though only their numbers differ, and rows of one line together', () => {
    const incidents = group(
      judged('expected 3 to be 2', { title: ['counts'], line: 10 }),
      judged('expected 7 to be 9', { title: ['sums'], line: 20 }),
      judged('expected 8 to be 9', { title: ['sums again'], line: 20 }),
    );
    expect(incidents.map(({ failures }) => failures.length).sort()).toEqual([1, 2]);
  });

  it('keeps a request that is not refused apart from one that is answered with 500, in one file', () => {
    const status = (actual: string, expected: string, title: string) =>
      judgedOf(
        failureOf(
          {
            name: 'AssertionError',
            message: `expected ${actual} to be ${expected} // Object.is equality`,
            actual,
            expected,
          },
          { title: ['server', title] },
        ),
      );
    const incidents = group(
      status('200', '401', 'refuses orders without a token'),
      status('500', '404', 'knows no teapot'),
      status('500', '200', 'knows a kettle'),
    );
    expect(incidents.map(({ cause, failures }) => [cause, failures.length])).toEqual([
      ['security', 1],
      ['other-bug', 2],
    ]);
  });

  it('keeps two dead services apart', () => {
    const incidents = group(
      judged('connect ECONNREFUSED 127.0.0.1:5432'),
      judged('connect ECONNREFUSED 127.0.0.1:6379'),
    );
    expect(incidents.map(({ title }) => title).sort()).toEqual([
      'localhost:5432 refuses connections',
      'localhost:6379 refuses connections',
    ]);
  });

  it.each([
    [
      "Cannot find module 'pg' from 'src/db.js'",
      "Cannot find package 'pg' imported from /srv/app/src/b.js",
      'pg cannot be found',
    ],
    [
      'ENOSPC: no space left on device, write',
      "ENOSPC: no space left on device, mkdtemp '/tmp/x'",
      'no disk space left (ENOSPC)',
    ],
    [
      "EMFILE: too many open files, open 'a'",
      "EMFILE: too many open files, watch 'b'",
      'no file handles left (EMFILE)',
    ],
    [
      'listen EADDRINUSE: address already in use :::3000',
      'listen EADDRINUSE: address already in use 127.0.0.1:3000',
      'port 3000 is already in use',
    ],
    [
      'getaddrinfo ENOTFOUND db.internal',
      'request failed: getaddrinfo ENOTFOUND db.internal',
      'the name db.internal is not resolved',
    ],
    ['spawn pg_ctl ENOENT', 'set-up failed: spawn pg_ctl ENOENT', 'the program pg_ctl is missing'],
    [
      'relation "orders" already exists',
      'could not migrate: relation "orders" already exists',
      'relation orders already exists',
    ],
  ])('joins %j and %j', (first, second, title) => {
    const incidents = group(judged(first), judged(second));
    expect(incidents).toHaveLength(1);
    expect(incidents[0]?.title).toBe(title);
  });

  it('joins failures of one shape where nothing shared has a name', () => {
    const stack = (line: number) => `TypeError: x\n    at total (/srv/app/src/cart.ts:${line}:3)`;
    const error = (line: number) => ({
      name: 'TypeError',
      message: "Cannot read properties of undefined (reading 'price')",
      stack: stack(line),
    });
    const incidents = group(judgedOf(failureOf(error(3))), judgedOf(failureOf(error(30))));
    expect(incidents.map(({ failures }) => failures.length)).toEqual([2]);
  });

  it('joins what one hook breaks in one file, and names the hook', () => {
    const hook = (message: string, line: number) =>
      judgedOf(
        failureOf(message, {
          line,
          attempts: [{ number: 1, status: 'failed', phase: 'beforeAll', errors: [{ message }] }],
        }),
        { fingerprint: message },
      );
    const all = [hook('seed is missing', 7), hook('no such row', 7), hook('seed is missing', 90)];
    const verdict = all[0]?.verdict as JudgedFailure['verdict'];
    const incidents = group(...all.map((one) => ({ ...one, verdict })));
    expect(incidents.map(({ title, failures }) => [title, failures.length])).toEqual([
      ['beforeAll in tests/orders.test.ts fails', 2],
      ['beforeAll in tests/orders.test.ts fails', 1],
    ]);
  });

  it('never puts a bug into the incident of a dead service', () => {
    const service = judged('connect ECONNREFUSED 127.0.0.1:5432');
    const bug: JudgedFailure = {
      ...judged('connect ECONNREFUSED 127.0.0.1:5432'),
      verdict: { ...service.verdict, category: 'BUG', cause: 'security' },
    };
    expect(
      group(service, bug)
        .map(({ category }) => category)
        .sort(),
    ).toEqual(['BUG', 'ENVIRONMENT']);
  });

  it('lets failures without a verdict join those of the same shared thing', () => {
    const service = judged('connect ECONNREFUSED 127.0.0.1:5432');
    const unknown: JudgedFailure = {
      ...judged('connect ECONNREFUSED 127.0.0.1:5432'),
      verdict: { ...service.verdict, category: 'UNKNOWN', cause: 'unknown', confidence: 0 },
    };
    const [incident, ...others] = group(unknown, service);
    expect(others).toEqual([]);
    expect(incident).toMatchObject({ category: 'ENVIRONMENT', failures: [service.id, unknown.id] });
  });

  it('lets no failure hide behind a test of the same shape that passed on retry', () => {
    const flaky = judged('expected 1 to be 2', { flaky: true });
    const failing = judged('expected 3 to be 2');
    const excused = { category: 'TEST_DESIGN', cause: 'race-in-test' } as const;
    const open = { category: 'UNKNOWN', cause: 'unknown' } as const;
    const incidents = group(
      { ...flaky, verdict: { ...flaky.verdict, ...excused } },
      { ...failing, verdict: { ...failing.verdict, ...open } },
    );
    expect(incidents.map(({ category, failures }) => [category, failures])).toEqual(
      expect.arrayContaining([
        ['TEST_DESIGN', [flaky.id]],
        ['UNKNOWN', [failing.id]],
      ]),
    );
  });

  it('does not join assertions by what they happen to quote', () => {
    const quote = (address: string) =>
      judgedOf(
        failureOf(
          `expect(received).toBe(expected)\n\nExpected: "ok ${address}"\nReceived: "connect ECONNREFUSED ${address}"`,
        ),
        {
          fingerprint: address,
        },
      );
    const assertion = (one: JudgedFailure): JudgedFailure => ({
      ...one,
      verdict: { ...one.verdict, category: 'BUG', cause: 'assertion-mismatch' },
    });
    const incidents = group(assertion(quote('127.0.0.1:1')), {
      ...assertion(quote('127.0.0.1:1')),
      fingerprint: 'other',
    });
    expect(incidents).toHaveLength(2);
  });

  it('keeps its ids when other failures come and go', () => {
    const alone = group(judged('connect ECONNREFUSED 127.0.0.1:5432'))[0]?.id;
    const among = group(
      judged('boom'),
      judged('connect ECONNREFUSED 10.0.0.1:1'),
      judged('connect ECONNREFUSED 127.0.0.1:5432'),
    );
    expect(alone).toMatch(/^i-[0-9a-z]{10}$/);
    expect(among.map(({ id }) => id)).toContain(alone);
  });

  it('lists the urgent first, then the large', () => {
    const at = (priority: 'high' | 'medium' | 'low', name: string) => {
      const one = judged(`${name} broke`);
      return {
        ...one,
        fingerprint: name,
        verdict: {
          ...one.verdict,
          category: 'UNKNOWN' as const,
          cause: 'unknown' as const,
          priority,
          evidence: [
            {
              rule: 'user/x',
              category: 'UNKNOWN' as const,
              cause: 'unknown' as const,
              weight: 1,
              sentence: '',
            },
          ],
        },
      };
    };
    const incidents = group(
      at('low', 'a'),
      at('medium', 'b'),
      at('medium', 'c'),
      at('medium', 'c'),
      at('high', 'd'),
    );
    expect(incidents.map(({ priority, failures }) => `${priority} ${failures.length}`)).toEqual([
      'high 1',
      'medium 2',
      'medium 1',
      'low 1',
    ]);
  });

  it('puts every failure into exactly one incident', () => {
    const message = fc.oneof(
      fc.constantFrom(
        'connect ECONNREFUSED 127.0.0.1:5432',
        "Cannot find module 'pg'",
        'Exceeded timeout of 5000 ms for a test',
        'expect(received).toBe(expected)\n\nExpected: 1\nReceived: 2',
        'ENOSPC: no space left on device',
        'unique constraint "orders_pkey"',
      ),
      fc.string({ unit: 'grapheme' }),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(message, fc.boolean()), { maxLength: 30 }), (all) => {
        const failures = all.map(([text, flaky]) => judged(text, { flaky }));
        const { incidents, incidentOf } = groupIncidents(failures);
        const listed = incidents.flatMap((incident) => incident.failures);
        expect([...listed].sort()).toEqual(failures.map(({ id }) => id).sort());
        for (const incident of incidents)
          for (const id of incident.failures) expect(incidentOf.get(id)).toBe(incident.id);
        expect(new Set(incidents.map(({ id }) => id)).size).toBe(incidents.length);
      }),
      { numRuns: 200 },
    );
  });
});
