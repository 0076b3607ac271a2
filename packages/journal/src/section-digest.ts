import type {
  RecordedAttempt,
  RecordedError,
  RecordedEvidence,
  RecordedFile,
  RecordedLease,
  RecordedTest,
  RecordedWorker,
} from './journal-digest.js';
import type {
  ErrorRecord,
  EvidenceRecord,
  FileStartRecord,
  JournalRecord,
  LeaseRecord,
  TestEndRecord,
  TestStartRecord,
  WorkerRecord,
} from './record.js';
import type { SecretDigest } from './secrets/secret-digest.js';

type Open<Value> = { -readonly [Key in keyof Value]: Value[Key] };

type AttemptDraft = Open<Omit<RecordedAttempt, 'errors'>> & { readonly errors: RecordedError[] };

interface TestDraft {
  readonly start: TestStartRecord;
  readonly attempts: Map<number, AttemptDraft>;
  readonly evidence: RecordedEvidence[];
}

interface FileDraft {
  readonly start: FileStartRecord;
  endedAt?: number;
  readonly errors: RecordedError[];
  readonly evidence: RecordedEvidence[];
}

const recordedError = (record: ErrorRecord): RecordedError => {
  const { at, phase, title, error, durationMs, limitMs, machine } = record;
  const recorded: Open<RecordedError> = { at, phase, error };
  if (title !== undefined) recorded.title = title;
  if (durationMs !== undefined) recorded.durationMs = durationMs;
  if (limitMs !== undefined) recorded.limitMs = limitMs;
  if (machine !== undefined) recorded.machine = machine;
  return recorded;
};

const recordedEvidence = ({ at, name, data, attempt }: EvidenceRecord): RecordedEvidence => ({
  at,
  name,
  data,
  ...(attempt !== undefined && { attempt }),
});

const attemptDraft = (number: number, status: AttemptDraft['status']): AttemptDraft => ({
  number,
  status,
  errors: [],
});

/** What a section needs of the journal that it is a part of. */
export interface SectionSource {
  /** The test-start record that was written at a position. */
  startAt(position: number): TestStartRecord | undefined;
  /** Where the first start of a test was written that was passed over as a plain pass. */
  passedOver(test: number): number | undefined;
}

/**
 * What one worker wrote, from its first record on. Plain passes cost nothing or two array entries; a test
 * gets a draft of its own once a record tells more about it.
 */
export class SectionDigest {
  readonly #worker: WorkerRecord | undefined;
  readonly #source: SectionSource;
  /** By test number: position of the first start, plus one. */
  readonly #firstStarts: number[] = [];
  /** By test number: position of the start of the attempt that runs, plus one; 0 where none does. */
  readonly #openStarts: number[] = [];
  readonly #tests = new Map<number, TestDraft>();
  readonly #files = new Map<number, FileDraft>();
  readonly #errors: RecordedError[] = [];
  readonly #secrets: SecretDigest[] = [];
  readonly #leases = new Map<number, LeaseRecord>();
  #latestFile: FileDraft | undefined;

  constructor(worker: WorkerRecord | undefined, source: SectionSource) {
    this.#worker = worker;
    this.#source = source;
  }

  /** Takes a line that `plainPass` recognised. False where it has to be parsed after all. */
  addPlain(signedTest: number, position: number): boolean {
    const test = signedTest < 0 ? -signedTest : signedTest;
    if (this.#tests.size > 0 && this.#tests.has(test)) return false;
    if (signedTest > 0) this.#open(test, position);
    else this.#openStarts[test] = 0;
    return true;
  }

  add(record: JournalRecord, position: number): void {
    switch (record.kind) {
      case 'file-start':
        this.#latestFile = { start: record, errors: [], evidence: [] };
        this.#files.set(record.file, this.#latestFile);
        return;
      case 'file-end': {
        const file = this.#files.get(record.file);
        if (file !== undefined) file.endedAt = record.at;
        return;
      }
      case 'test-start':
        this.#addStart(record, position);
        return;
      case 'test-end':
        this.#addEnd(record);
        return;
      case 'error':
        this.#addError(record);
        return;
      case 'evidence':
        this.#addEvidence(record);
        return;
      case 'lease':
        this.#leases.set(record.lease, record);
        return;
      case 'lease-end':
        this.#leases.delete(record.lease);
        return;
      case 'secrets':
        this.#secrets.push(...record.digests);
        return;
    }
  }

  finish(): RecordedWorker {
    this.#openStarts.forEach((start, test) => {
      if (start > 0) this.#draft(test);
    });
    const numbers = [...this.#tests.keys()].sort((left, right) => left - right);
    return {
      ...(this.#worker && { worker: this.#worker }),
      files: [...this.#files.values()].map((file) => this.#finishFile(file)),
      tests: numbers.map((test) => this.#finishTest(this.#tests.get(test) as TestDraft)),
      errors: this.#errors,
      ...(this.#leases.size > 0 && {
        leases: [...this.#leases.values()].map((lease) => this.#finishLease(lease)),
      }),
      ...(this.#secrets.length > 0 && { secrets: this.#secrets }),
    };
  }

  #open(test: number, position: number): void {
    this.#firstStarts[test] ||= position + 1;
    this.#openStarts[test] = position + 1;
  }

  #firstStart(test: number): number | undefined {
    const known = this.#firstStarts[test];
    return known === undefined ? this.#source.passedOver(test) : known - 1;
  }

  /** The draft of a test that needs one; undefined where its start is lost. */
  #draft(test: number): TestDraft | undefined {
    const known = this.#tests.get(test);
    if (known !== undefined) return known;
    const position = this.#firstStart(test);
    const start = position === undefined ? undefined : this.#source.startAt(position);
    if (start === undefined) return undefined;
    const status = (this.#openStarts[test] ?? 0) > 0 ? 'open' : 'passed';
    const first = attemptDraft(start.attempt, status);
    first.startedAt = start.at;
    const draft: TestDraft = { start, attempts: new Map([[start.attempt, first]]), evidence: [] };
    this.#tests.set(test, draft);
    return draft;
  }

  #attempt(draft: TestDraft, number: number | undefined): AttemptDraft {
    const wanted = number ?? Math.max(...draft.attempts.keys());
    const known = draft.attempts.get(wanted);
    if (known !== undefined) return known;
    const attempt = attemptDraft(wanted, 'open');
    draft.attempts.set(wanted, attempt);
    return attempt;
  }

  #addStart(record: TestStartRecord, position: number): void {
    const isKnown = this.#firstStarts[record.test] !== undefined;
    // What is known of a test before it is started again counts, also where that was passed over.
    const before = record.attempt > 1 ? this.#draft(record.test) : undefined;
    this.#open(record.test, position);
    if (!isKnown && record.attempt === 1) return;
    const draft = before ?? this.#draft(record.test);
    if (draft === undefined) return;
    const attempt = this.#attempt(draft, record.attempt);
    attempt.startedAt = record.at;
    attempt.status = 'open';
  }

  #addEnd(record: TestEndRecord): void {
    const isPlain = record.status !== 'failed' && record.attempt === 1;
    const draft = isPlain ? this.#tests.get(record.test) : this.#draft(record.test);
    this.#openStarts[record.test] = 0;
    if (draft === undefined) return;
    const attempt = this.#attempt(draft, record.attempt);
    attempt.status = record.status;
    if (attempt.startedAt !== undefined) attempt.durationMs = record.at - attempt.startedAt;
  }

  #addError(record: ErrorRecord): void {
    const error = recordedError(record);
    const draft = record.test === undefined ? undefined : this.#draft(record.test);
    const file = record.file === undefined ? undefined : this.#files.get(record.file);
    if (draft !== undefined) this.#attempt(draft, record.attempt).errors.push(error);
    else (file?.errors ?? this.#errors).push(error);
  }

  #addEvidence(record: EvidenceRecord): void {
    const draft = record.test === undefined ? undefined : this.#draft(record.test);
    const file = record.file === undefined ? undefined : this.#files.get(record.file);
    (draft ?? file)?.evidence.push(recordedEvidence(record));
  }

  #finishLease({ at, type, id, test, file }: LeaseRecord): RecordedLease {
    const path = file === undefined ? undefined : this.#files.get(file)?.start.path;
    const position = test === undefined ? undefined : this.#firstStart(test);
    const title = position === undefined ? undefined : this.#source.startAt(position)?.title;
    return {
      at,
      type,
      id,
      ...(path !== undefined && { path }),
      ...(title !== undefined && { testTitle: title }),
    };
  }

  #isOpen(file: FileDraft): boolean {
    return file.endedAt === undefined && file === this.#latestFile;
  }

  #finishFile(file: FileDraft): RecordedFile {
    const { path, project, at } = file.start;
    return {
      path,
      ...(project !== undefined && { project }),
      startedAt: at,
      ...(file.endedAt !== undefined && { endedAt: file.endedAt }),
      errors: file.errors,
      evidence: file.evidence,
      openAtEnd: this.#isOpen(file),
    };
  }

  #finishTest({ start, attempts, evidence }: TestDraft): RecordedTest {
    const file = this.#files.get(start.file);
    const ordered = [...attempts.values()];
    if (ordered.length > 1) ordered.sort((left, right) => left.number - right.number);
    const isOpen = ordered[ordered.length - 1]?.status === 'open';
    const test: Open<RecordedTest> = {
      path: file?.start.path ?? '',
      title: start.title,
      occurrence: start.occurrence ?? 0,
      startedAt: start.at,
      attempts: ordered,
      evidence,
      openAtEnd: isOpen && (file === undefined || this.#isOpen(file)),
    };
    const project = file?.start.project;
    if (project !== undefined) test.project = project;
    if (start.id !== undefined) test.id = start.id;
    return test;
  }
}
