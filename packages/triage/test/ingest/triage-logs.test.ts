import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { KNOWN_FILE, type KnownList, writeKnownList } from '../../src/correction/known-list.js';
import { triageLogs } from '../../src/ingest/triage-logs.js';
import { sourceOf } from './read-text.js';
import { recorded } from './recordings/recorded.js';

const triageIn = (rootDir: string, ...files: readonly string[]) =>
  triageLogs({
    rootDir,
    sources: files.map((file) => sourceOf(recorded(`recorded/${file}`), file)),
    options: {},
    writes: false,
    environment: {},
    screen: { width: 80, colors: false, isTTY: false },
  });

const triage = (...files: readonly string[]) => triageIn('/nowhere/shop', ...files);

const verdictsOf = async (file: string) => {
  const { report } = await triage(file);
  return Object.fromEntries(
    report.failures.map(({ title, verdict }) => [title.at(-1) ?? '', `${verdict.category}/${verdict.cause}`]),
  );
};

describe('the verdicts on what Elixir printed', () => {
  it('name the causes of pools, processes, ports and limits', async () => {
    expect(await verdictsOf('exunit.txt')).toMatchObject({
      'waits for all workers': 'CONFIGURATION/timeout-budget',
      'takes too long': 'CONFIGURATION/timeout-budget',
      'starts a pool under its own name': 'CONFIGURATION/name-conflict',
      'checks a worker out': 'CONFIGURATION/pool-exhausted',
      'sends to a port that is closed': 'TEST_DESIGN/leaked-handle',
      'is shut down from outside': 'TEST_DESIGN/leaked-handle',
      'calls a process that is not there': 'ENVIRONMENT/service-unreachable',
      'reads a price that is missing': 'BUG/type-error',
      'reads {:ok, "quotes"} & <tags>': 'BUG/assertion-mismatch',
    });
  });

  it('are the same with colours and --trace, but for the limit, which --trace takes away', async () => {
    const { 'takes too long': _, ...plain } = await verdictsOf('exunit.txt');
    expect(await verdictsOf('exunit-trace-colors.txt')).toEqual(plain);
  });
});

describe('the verdicts on what pytest printed', () => {
  it('name the causes of limits, pools, rates and bugs', async () => {
    expect(await verdictsOf('pytest.txt')).toMatchObject({
      test_waits_for_an_answer: 'CONFIGURATION/timeout-budget',
      test_takes_a_connection: 'CONFIGURATION/pool-exhausted',
      test_success_rate: 'TEST_DESIGN/unrealistic-expectation',
      test_contention: 'TEST_DESIGN/unrealistic-expectation',
      test_reaches_the_stock_service: 'ENVIRONMENT/service-unreachable',
      test_reads_a_price_that_is_missing: 'BUG/type-error',
      test_prints: 'BUG/assertion-mismatch',
    });
  });

  it.each([
    'pytest-v-short.txt',
    'pytest-vv-long-colors.txt',
    'pytest-v-xdist.txt',
    'pytest-q-short-rA.txt',
    'pytest-junit.xml',
  ])('are the same in %s', async (file) => {
    expect(await verdictsOf(file)).toEqual(await verdictsOf('pytest.txt'));
  });
});

describe('what is known of a project', () => {
  const triageKnown = async (known: Partial<KnownList>) => {
    const rootDir = mkdtempSync(join(tmpdir(), 'holdfast-logs-'));
    onTestFinished(() => rmSync(rootDir, { recursive: true, force: true }));
    const whole = { corrections: [], quarantined: [], quarantineCap: 20, tuning: [], ...known };
    writeFileSync(join(rootDir, KNOWN_FILE), writeKnownList(whole));
    return triageIn(rootDir, 'jest-junit.xml');
  };
  const wanted = 'reads a price that is missing';
  const rowIn = ({ report }: Awaited<ReturnType<typeof triage>>) =>
    report.failures.find(({ title }) => title.at(-1) === wanted);

  it('holds for its logs too: corrections, quarantine, and what is to be tidied', async () => {
    const plain = rowIn(await triage('jest-junit.xml'));
    const { fingerprint = '', file = null, title = [], verdict } = plain ?? {};
    const entry = { file, title, fingerprint, owner: 'Ada', because: 'The shop moves.', on: '2026-11-01' };
    const judged = await triageKnown({
      corrections: [
        {
          fingerprint,
          test: 'wherever',
          category: 'CONFIGURATION',
          cause: 'other-configuration',
          because: 'The price list was left out of the deployment.',
          on: '2026-11-20',
        },
      ],
      quarantined: [{ ...entry, until: '2999-01-01' }],
    });
    expect(rowIn(judged)).toMatchObject({
      verdict: { category: 'CONFIGURATION', why: 'The price list was left out of the deployment.' },
      correction: { was: `${verdict?.category}/${verdict?.cause}` },
      quarantine: { owner: 'Ada', expired: false },
    });
    expect(judged.report.failures.filter(({ correction }) => correction !== undefined)).toHaveLength(1);
    expect(judged.summary).toContain('in quarantine, Ada, until 2999-01-01');
    expect(judged.report.staleQuarantine).toBeUndefined();

    const late = await triageKnown({ quarantined: [{ ...entry, until: '2020-01-01' }] });
    expect(rowIn(late)?.quarantine?.expired).toBe(true);
    expect(late.report.staleQuarantine).toMatchObject([{ state: 'expired', owner: 'Ada' }]);
  });

  it('is told of in the gaps where it is not right', async () => {
    const { report } = await triageKnown({ quarantineCap: -1 });
    expect(report.gaps).toContainEqual(expect.stringContaining('quarantineCap is -1'));
  });
});

describe('a report from logs', () => {
  it('adds up several logs, and names tools, start and what is not known', async () => {
    const { report, logs, unread } = await triage('vitest-junit.xml', 'exunit.txt');
    expect(unread).toEqual([]);
    expect(logs.map(({ format }) => format)).toEqual(['JUnit XML', 'console of ExUnit']);
    expect(report.totals).toMatchObject({ passed: 7, failed: 18, skipped: 7, otherFailures: 3, tests: 32 });
    expect(report.run).toMatchObject({
      runner: { name: 'vitest, exunit' },
      machine: null,
      environment: 'unknown',
    });
    expect(report.run.startedAt).toMatch(/^2026-11-21T/);
  });

  it('joins failures of one cause over logs and languages into one incident each', async () => {
    const { report } = await triage('vitest-junit.xml', 'mocha-xunit.xml');
    const refused = report.incidents.filter(({ title }) => title.includes('refuses connections'));
    expect(refused).toHaveLength(1);
    expect(refused[0]?.failures).toHaveLength(2);
  });

  it('finds the test file in the stack where the log names none', async () => {
    const { report } = await triage('jest-junit.xml');
    const found = report.failures.find(({ title }) => title.at(-1) === 'reads a price that is missing');
    expect(found).toMatchObject({ file: 'cart.test.js', line: 16 });
  });

  it('has the paths of the other machine cut off', async () => {
    const { report } = await triage('jest.json');
    expect(new Set(report.failures.map(({ file }) => file))).toEqual(
      new Set(['cart.test.js', 'flaky.test.js', 'hooks.test.js', 'syntax.test.js', 'unloadable.test.js']),
    );
  });
});
