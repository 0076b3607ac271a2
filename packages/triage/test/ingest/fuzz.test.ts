import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LogCollector } from '../../src/ingest/log-collector.js';
import type { LogReader } from '../../src/ingest/log-reader.js';
import { READERS } from '../../src/ingest/readers.js';
import { readText } from './read-text.js';
import { recorded } from './recordings/recorded.js';

// 10,000 inputs a reader: HOLDFAST_FUZZ_RUNS=10000 npx vitest run --project unit packages/triage/test/ingest/fuzz
const numRuns = Number(process.env.HOLDFAST_FUZZ_RUNS ?? 150);
/** A hang is a test that does not come to its end. */
const timeout = 60_000 + 50 * numRuns;

const recordings = readdirSync(fileURLToPath(new URL('recordings/recorded', import.meta.url))).map((file) =>
  recorded(`recorded/${file}`),
);

const samplesOf = (reader: LogReader): readonly string[] => {
  const own = recordings.filter((text) => READERS.find((one) => one.recognises(text))?.id === reader.id);
  return own.length > 0 ? own : recordings;
};

/** Words that every format gives a meaning to. */
const words = fc.constantFrom(
  '<testcase name="a" classname="b">',
  '</testcase>',
  '<failure>',
  '</testsuite>',
  '<![CDATA[',
  ']]>',
  '&lt;',
  '&x;',
  '<!DOCTYPE a [<!ENTITY b "c">]>',
  '{"a":',
  '[',
  ']',
  '}',
  '"',
  '\\u0000',
  'null',
  '1e999',
  '-',
  '"failures":[',
  'ok 1 - a',
  'not ok 2',
  '# Subtest: a',
  '    ---',
  '    ...',
  '1..3',
  'Bail out!',
  '{',
  '# SKIP',
  'error: |-',
  '=== FAILURES ===',
  '=== ERRORS ===',
  '___ test_a ___',
  'E   assert 1',
  'a.py:1: in b',
  '== 1 failed in 0.1s ==',
  '  1) test a (B)',
  '     ** (EXIT) time out',
  '     stacktrace:',
  '2 tests, 1 failure',
  '\u001B[31m',
  '\u001B[',
  ' FAIL  a.test.js > b',
  '⎯⎯⎯⎯⎯⎯⎯ Failed Tests 1 ⎯⎯⎯⎯⎯⎯⎯',
  '  ● a › b',
  'FAIL a.test.js',
  'Tests:       1 failed, 1 total',
  '\r',
  '\uFEFF',
  '\uD800',
  '\u0000',
  'x'.repeat(2_000),
  ' '.repeat(2_000),
  '(((((((((',
  '__proto__',
  'constructor',
);

const texts = fc
  .array(fc.oneof(words, fc.string({ unit: 'binary', maxLength: 40 })), { maxLength: 60 })
  .map((parts) => parts.join('\n'));

/** A recording with a part cut out, doubled, or replaced. */
const damaged = (reader: LogReader) =>
  fc
    .record({
      text: fc.constantFrom(...samplesOf(reader)),
      from: fc.nat(1_000),
      length: fc.nat(1_000),
      put: fc.oneof(fc.constant(''), words, texts),
      twice: fc.boolean(),
    })
    .map(({ text, from, length, put, twice }) => {
      const start = Math.floor((from / 1_000) * text.length);
      const end = Math.min(text.length, start + Math.floor((length / 1_000) * 3_000));
      return text.slice(0, start) + put + (twice ? text.slice(start) : text.slice(end));
    });

const read = (reader: LogReader, text: string, cut: number): LogCollector => {
  const collector = new LogCollector();
  collector.open('a.log');
  const parser = reader.open(collector);
  const at = Math.floor((cut / 100) * text.length);
  parser.write(text.slice(0, at));
  parser.write(text.slice(at));
  parser.end();
  collector.close();
  return collector;
};

const isWhole = ({ logs, failures }: LogCollector): boolean => {
  const { passed, failed, skipped, todo } = logs[0]?.tests ?? {
    passed: -1,
    failed: -1,
    skipped: -1,
    todo: -1,
  };
  return (
    [passed, failed, skipped, todo].every((count) => Number.isFinite(count) && count >= 0) &&
    failures.every(
      ({ test }) => Array.isArray(test.title) && test.title.every((level) => typeof level === 'string'),
    )
  );
};

describe.each(READERS)('$id', (reader) => {
  it(`takes ${numRuns} inputs without a crash or a hang`, { timeout }, () => {
    fc.assert(
      fc.property(fc.oneof(damaged(reader), texts), fc.nat(100), (text, cut) => {
        expect(isWhole(read(reader, text, cut))).toBe(true);
      }),
      { numRuns },
    );
  });
});

const SIGNS = [
  ' ',
  '(',
  '=',
  '_',
  'a.',
  '1 a, ',
  '\\',
  '"',
  '[',
  '{',
  ' > ',
  ' › ',
  '::',
  '#',
  '● ',
  '⎯',
  'E   ',
  '\t',
  '\r',
  '1',
  'Error: ',
  '<a ',
  '&',
  '\u001B[',
];
const BEGINNINGS = [
  '',
  'FAIL ',
  '  ● ',
  'not ok 1 - ',
  '=== FAILURES ===\n___ a ___\nE   ',
  '  1) test a (B)\n     ',
  'Tests:       ',
  '== ',
  '<testsuite><testcase name="a"><failure>',
];

describe('a line of one sign that never ends', () => {
  // An expression that goes back and forth over it would take minutes.
  it.each(READERS)('is read by $id like any other', { timeout: 60_000 }, (reader) => {
    for (const beginning of BEGINNINGS) {
      for (const sign of SIGNS) {
        const text = `${beginning}${sign.repeat(Math.floor(60_000 / sign.length))}\n`;
        reader.recognises(text);
        expect(isWhole(read(reader, text, 50))).toBe(true);
      }
    }
  });
});

describe('whatever the bytes', () => {
  it('reading ends, with tests, failures or a problem', { timeout }, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.uint8Array({ maxLength: 400 }),
          fc
            .constantFrom(...recordings)
            .chain((text) => fc.nat(text.length).map((end) => Buffer.from(text.slice(0, end)))),
        ),
        async (bytes) => {
          const { logs, problems } = await readText(bytes);
          const [log] = logs;
          const found = Object.values(log?.tests ?? {}).reduce(
            (sum, count) => sum + count,
            log?.otherFailures ?? 0,
          );
          expect(found > 0 || problems.length > 0 || log?.format !== null).toBe(true);
        },
      ),
      { numRuns },
    );
  });
});
