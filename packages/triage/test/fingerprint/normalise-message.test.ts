import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normaliseMessage } from '../../src/fingerprint/normalise-message.js';

/** Text that is two sightings of one failure, in two ways. */
const volatile: readonly [name: string, arbitrary: fc.Arbitrary<string>][] = [
  ['uuids', fc.uuid()],
  ['ports', fc.integer({ min: 1024, max: 65_535 }).map((port) => `127.0.0.1:${port}`)],
  ['ports of localhost', fc.integer({ min: 10, max: 65_535 }).map((port) => `http://localhost:${port}`)],
  ['durations', fc.nat(100_000).map((amount) => `${amount} ms`)],
  [
    'dates',
    fc
      .date({ min: new Date(0), max: new Date('2099-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString()),
  ],
  ['numbers', fc.integer().map(String)],
  ['hex numbers', fc.nat().map((value) => `0x${value.toString(16)}`)],
  ['temporary paths', fc.stringMatching(/^[a-z0-9]{6}$/).map((name) => `/tmp/suite-${name}/db.sqlite`)],
  ['line numbers', fc.tuple(fc.nat(999), fc.nat(99)).map(([line, column]) => `src/a.ts:${line}:${column}`)],
  ['process ids', fc.nat(9999).map((id) => `#PID<0.${id}.0>`)],
  ['commit hashes', fc.stringMatching(/^[0-9a-f]{39}[0-9]$/)],
  ['quoted random names', fc.stringMatching(/^test_[a-z0-9]{6}[0-9]$/).map((name) => `"${name}"`)],
];

describe('a normalised message', () => {
  it.each(volatile)('is the same for all %s', (_, arbitrary) => {
    fc.assert(
      fc.property(arbitrary, arbitrary, (one, two) => {
        expect(normaliseMessage(`failed on ${one} while reading`)).toBe(
          normaliseMessage(`failed on ${two} while reading`),
        );
      }),
    );
  });

  it('does not change when it is normalised again', () => {
    const piece = fc.oneof(
      ...volatile.map(([, arbitrary]) => arbitrary),
      fc.string(),
      fc.constantFrom(' ', ': ', "'"),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 6 }), (pieces) => {
        const once = normaliseMessage(pieces.join(''));
        expect(normaliseMessage(once)).toBe(once);
      }),
      { numRuns: 500 },
    );
  });

  it('keeps the words that tell failures apart', () => {
    expect(normaliseMessage('order was refused')).not.toBe(normaliseMessage('order was lost'));
    expect(normaliseMessage("Cannot find module './a'")).not.toBe(
      normaliseMessage("Cannot find module './b'"),
    );
  });
});
