import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  bytesSource,
  digestLines,
  type JournalDigest,
  type JournalRecord,
  type RecordedTest,
  serialiseRecord,
  type WorkerRecord,
} from '../src/index.js';

const encoder = new TextEncoder();
const digest = (text: string | Uint8Array): JournalDigest =>
  digestLines(bytesSource(typeof text === 'string' ? encoder.encode(text) : text), 'worker-1-0.jsonl');
const lines = (records: readonly JournalRecord[]): string => records.map(serialiseRecord).join('');

const worker: WorkerRecord = {
  kind: 'worker',
  version: 1,
  at: 100,
  pid: 1,
  thread: 0,
  runner: 'vitest',
  node: '20.20.2',
};
const fileStart = (file = 1): JournalRecord => ({
  kind: 'file-start',
  file,
  at: 101,
  path: `/p/${file}.test.ts`,
});
const fileEnd = (file = 1): JournalRecord => ({ kind: 'file-end', file, at: 900 });
const start = (test: number, attempt = 1, file = 1): JournalRecord => ({
  kind: 'test-start',
  test,
  attempt,
  file,
  at: 200 + attempt,
  title: ['suite', `test ${test}`],
});
const end = (test: number, status: 'passed' | 'failed' | 'skipped', attempt = 1): JournalRecord => ({
  kind: 'test-end',
  test,
  attempt,
  status,
  at: 300 + attempt,
});
const error = (test: number | undefined, attempt = 1, file = 1): JournalRecord => ({
  kind: 'error',
  ...(test !== undefined && { test, attempt }),
  file,
  at: 250,
  phase: 'test',
  error: { message: `error ${test}.${attempt}` },
});
const summary = ({ title, attempts, openAtEnd }: RecordedTest) => ({
  title: title.at(-1),
  attempts: attempts.map(({ status, errors }) =>
    `${status} ${errors.map((one) => one.error.message).join()}`.trim(),
  ),
  openAtEnd,
});

describe('a digest', () => {
  test('holds no plain pass', () => {
    const { workers, gaps } = digest(lines([worker, fileStart(), start(1), end(1, 'passed'), fileEnd()]));
    expect(workers).toHaveLength(1);
    expect(workers[0]?.worker).toEqual(worker);
    expect(workers[0]?.files).toEqual([
      { path: '/p/1.test.ts', startedAt: 101, endedAt: 900, errors: [], evidence: [], openAtEnd: false },
    ]);
    expect(workers[0]?.tests).toEqual([]);
    expect(gaps).toEqual([]);
  });

  test('holds every attempt of a retried test with its errors', () => {
    const records = [
      worker,
      fileStart(),
      start(1),
      error(1),
      end(1, 'failed'),
      start(1, 2),
      end(1, 'passed', 2),
      fileEnd(),
    ];
    const tests = digest(lines(records)).workers[0]?.tests ?? [];
    expect(tests.map(summary)).toEqual([
      { title: 'test 1', attempts: ['failed error 1.1', 'passed'], openAtEnd: false },
    ]);
    expect(tests[0]?.attempts.map((one) => [one.number, one.startedAt, one.durationMs])).toEqual([
      [1, 201, 100],
      [2, 202, 100],
    ]);
  });

  test('keeps attempts apart where all retries run after all first attempts', () => {
    const records = [worker, fileStart()];
    for (const attempt of [1, 2]) {
      for (const one of [1, 2])
        records.push(start(one, attempt), error(one, attempt), end(one, 'failed', attempt));
    }
    expect(digest(lines(records)).workers[0]?.tests.map(summary)).toEqual([
      { title: 'test 1', attempts: ['failed error 1.1', 'failed error 1.2'], openAtEnd: false },
      { title: 'test 2', attempts: ['failed error 2.1', 'failed error 2.2'], openAtEnd: false },
    ]);
  });

  test('knows of a repeated test that it had passed before', () => {
    const plain = [start(1), end(1, 'passed'), start(2), end(2, 'passed')];
    const records = [worker, fileStart(), ...plain, start(1, 2), error(1, 2), end(1, 'failed', 2)];
    const { tests = [] } = digest(lines(records)).workers[0] ?? {};
    expect(tests.map(summary)).toEqual([
      { title: 'test 1', attempts: ['passed', 'failed error 1.2'], openAtEnd: false },
    ]);
    expect(tests[0]?.startedAt).toBe(201);
  });

  test('finds the start of a passed test in the part of the journal that its worker wrote', () => {
    const second = { ...worker, pid: 2 };
    const records = [worker, fileStart(), start(7), end(7, 'passed'), second, fileStart(2), error(7)];
    const { workers } = digest(lines(records));
    expect(workers.map(({ tests }) => tests.length)).toEqual([0, 0]);
    expect(workers[1]?.errors.map((one) => one.error.message)).toEqual(['error 7.1']);
  });

  test('names the test that ran when the worker died', () => {
    const { tests, files } =
      digest(lines([worker, fileStart(), start(1), end(1, 'passed'), start(2)])).workers[0] ?? {};
    expect(tests?.map(summary)).toEqual([{ title: 'test 2', attempts: ['open'], openAtEnd: true }]);
    expect(tests?.[0]?.startedAt).toBe(201);
    expect(files?.[0]?.openAtEnd).toBe(true);
  });

  test('does not hold the death of a worker against a test of a file that the worker survived', () => {
    const records = [
      worker,
      fileStart(1),
      start(1),
      fileStart(2),
      start(2, 1, 2),
      end(2, 'passed'),
      fileEnd(2),
    ];
    const { tests, files } = digest(lines(records)).workers[0] ?? {};
    expect(tests?.map(summary)).toEqual([{ title: 'test 1', attempts: ['open'], openAtEnd: false }]);
    expect(files?.map(({ openAtEnd }) => openAtEnd)).toEqual([false, false]);
  });

  test('gives a late error to the test that had passed', () => {
    const late: JournalRecord = {
      kind: 'error',
      test: 1,
      attempt: 1,
      at: 400,
      phase: 'after-end',
      error: { message: 'late' },
    };
    const records = [worker, fileStart(), start(1), end(1, 'passed'), start(2), end(2, 'passed'), late];
    expect(digest(lines(records)).workers[0]?.tests.map(summary)).toEqual([
      { title: 'test 1', attempts: ['passed late'], openAtEnd: false },
    ]);
  });

  test('ends a test that left evidence and then passed', () => {
    const fact: JournalRecord = {
      kind: 'evidence',
      test: 1,
      attempt: 1,
      at: 205,
      name: 'budget.time',
      data: { ms: 5 },
    };
    const [first] =
      digest(lines([worker, fileStart(), start(1), fact, end(1, 'passed')])).workers[0]?.tests ?? [];
    expect(first?.evidence).toEqual([{ at: 205, name: 'budget.time', data: { ms: 5 }, attempt: 1 }]);
    expect(first?.attempts[0]).toMatchObject({ status: 'passed', durationMs: 100 });
  });

  test('leaves errors of no test with their file, and of no file with the worker', () => {
    const own: JournalRecord = { kind: 'error', at: 5, phase: 'worker', error: { message: 'own' } };
    const [first] = digest(lines([worker, fileStart(), error(undefined), own, fileEnd()])).workers;
    expect(first?.files[0]?.errors.map((one) => one.error.message)).toEqual(['error undefined.1']);
    expect(first?.errors.map((one) => one.error.message)).toEqual(['own']);
  });

  test('gives an error whose test is not known to the file', () => {
    const [first] = digest(lines([worker, fileStart(), error(9)])).workers;
    expect(first?.files[0]?.errors.map((one) => one.error.message)).toEqual(['error 9.1']);
  });

  test('begins anew where a second worker got the same number', () => {
    const { workers } = digest(
      lines([worker, fileStart(), start(1), worker, fileStart(), start(1), end(1, 'passed'), fileEnd()]),
    );
    expect(workers.map(({ tests }) => tests.map(summary))).toEqual([
      [{ title: 'test 1', attempts: ['open'], openAtEnd: true }],
      [],
    ]);
  });

  test('passes over records of a kind it does not know', () => {
    const { workers, gaps } = digest(
      `${lines([worker, fileStart()])}{"kind":"tea-break","test":1}\n${lines([start(1), error(1)])}`,
    );
    expect(workers[0]?.tests).toHaveLength(1);
    expect(gaps).toEqual([]);
  });

  test('leaves out what another version of the journal wrote, and says so', () => {
    const other = { ...worker, version: 9 } as unknown as WorkerRecord;
    const { workers, gaps } = digest(lines([other, fileStart(), start(1), error(1)]));
    expect(workers).toEqual([]);
    expect(gaps).toEqual(['worker-1-0.jsonl: journal version 9 is not understood']);
  });

  test('says how many lines could not be read', () => {
    const { gaps } = digest(
      `${lines([worker])}garbage\n{"kind":"error","at":1,"phase":"test","error":{}}\n[1]\n`,
    );
    expect(gaps).toEqual(['worker-1-0.jsonl: 3 lines could not be read']);
  });

  test('reads the lines of a plain pass in any other spelling too', () => {
    const text = lines([worker, fileStart(), start(1), end(1, 'passed'), fileEnd()]);
    const spaced = text
      .split('\n')
      .map((line) =>
        line === '' ? '' : JSON.stringify(Object.fromEntries(Object.entries(JSON.parse(line)).reverse())),
      )
      .join('\n');
    expect(digest(spaced)).toEqual({ ...digest(text) });
  });
});

const plan = fc.record({
  tests: fc.array(
    fc.array(fc.constantFrom('passed' as const, 'failed' as const), { minLength: 1, maxLength: 3 }),
    { maxLength: 8 },
  ),
  order: fc.infiniteStream(fc.nat()),
});

/** The records of each test in turn, and the records of all of them mixed at random. */
const interleaved = ({
  tests,
  order,
}: {
  tests: readonly ('passed' | 'failed')[][];
  order: Iterable<number>;
}): { apart: JournalRecord[]; mixed: JournalRecord[] } => {
  const queues = tests.map((statuses, index) =>
    statuses.flatMap((status, attempt) => [
      start(index + 1, attempt + 1),
      ...(status === 'failed' ? [error(index + 1, attempt + 1)] : []),
      end(index + 1, status, attempt + 1),
    ]),
  );
  const apart = queues.flat();
  const mixed: JournalRecord[] = [];
  const left = queues.map((queue) => [...queue]);
  for (const pick of order) {
    const open = left.filter((queue) => queue.length > 0);
    if (open.length === 0) break;
    mixed.push(open[pick % open.length]?.shift() as JournalRecord);
  }
  return { apart, mixed };
};

describe('whatever happens to a journal', () => {
  test('concurrent tests read the same as tests one after another', () => {
    fc.assert(
      fc.property(plan, (drawn) => {
        const { apart, mixed } = interleaved(drawn);
        const around = (records: JournalRecord[]) => lines([worker, fileStart(), ...records, fileEnd()]);
        expect(digest(around(mixed))).toEqual(digest(around(apart)));
      }),
    );
  });

  test('torn at any byte, it reads as its whole lines do', () => {
    fc.assert(
      fc.property(plan, fc.nat(), (drawn, cut) => {
        const bytes = encoder.encode(lines([worker, fileStart(), ...interleaved(drawn).mixed, fileEnd()]));
        const torn = bytes.subarray(0, cut % (bytes.length + 1));
        const whole = torn.subarray(0, torn.lastIndexOf(10) + 1);
        const read = digest(torn);
        expect(read).toEqual(digest(whole));
        expect(read.gaps).toEqual([]);
      }),
    );
  });

  test('lines that are no records change nothing but the gaps', () => {
    const foreign = fc.oneof(
      fc.string().map((text) => text.replaceAll('\n', ' ')),
      fc.json().map((text) => text.replaceAll('\n', ' ')),
      fc.constantFrom(
        '{"kind":"lease"}',
        '{"kind":"test-end","test":',
        '',
        '{"kind":"test-start","test":99999999999,"attempt":1,}',
      ),
    );
    fc.assert(
      fc.property(plan, fc.array(fc.tuple(fc.nat(), foreign)), (drawn, inserts) => {
        const clean = lines([worker, fileStart(), ...interleaved(drawn).mixed, fileEnd()]);
        const dirty = clean.split('\n');
        for (const [at, line] of inserts) dirty.splice(at % dirty.length, 0, line);
        expect(digest(dirty.join('\n')).workers).toEqual(digest(clean).workers);
      }),
    );
  });

  test('random bytes do no harm', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        expect(digest(bytes).workers.length).toBeLessThanOrEqual(1);
      }),
    );
  });

  test('bytes changed at random do no harm', () => {
    const bytes = encoder.encode(
      lines([
        worker,
        fileStart(),
        start(1),
        error(1),
        end(1, 'failed'),
        start(2),
        end(2, 'passed'),
        fileEnd(),
      ]),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { maxLength: 6 }), (changes) => {
        const changed = Uint8Array.from(bytes);
        for (const [at, byte] of changes) changed[at] = byte;
        expect(Array.isArray(digest(changed).workers)).toBe(true);
      }),
    );
  });
});

describe('leases', () => {
  const lease = (number: number, more = {}): JournalRecord => ({
    kind: 'lease',
    lease: number,
    file: 1,
    at: 5,
    type: 'database',
    id: `hf_${number}`,
    ...more,
  });

  test('that were never let go are told with the test that held them', () => {
    const read = digest(
      lines([
        worker,
        fileStart(),
        start(1),
        lease(1, { test: 1 }),
        lease(2),
        { kind: 'lease-end', lease: 2, at: 6 },
      ]),
    );
    expect(read.workers[0]?.leases).toEqual([
      { at: 5, type: 'database', id: 'hf_1', path: '/p/1.test.ts', testTitle: ['suite', 'test 1'] },
    ]);
  });

  test('that were all let go are not told', () => {
    const read = digest(
      lines([worker, fileStart(), lease(1), { kind: 'lease-end', lease: 1, at: 6 }, fileEnd()]),
    );
    expect(read.workers[0]).not.toHaveProperty('leases');
  });
});
