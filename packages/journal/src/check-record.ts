import type { ErrorSnapshot } from './error-snapshot.js';
import { PHASES } from './phase.js';
import type { JournalRecord } from './record.js';

type Members = { readonly [key: string]: unknown };
type Check = (value: unknown) => boolean;

/** Numbers above this are no numbers that a worker gave. */
export const GREATEST_NUMBER = 2 ** 24;

const DEEPEST_CAUSE = 32;

const isMembers = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isText: Check = (value) => typeof value === 'string';
const isAmount: Check = (value) => typeof value === 'number';
const isNumber: Check = (value) =>
  Number.isInteger(value) && (value as number) >= 0 && (value as number) <= GREATEST_NUMBER;
const isAttempt: Check = (value) => isNumber(value) && value !== 0;
const isTitle: Check = (value) => Array.isArray(value) && value.every(isText);
const isPhase: Check = (value) => (PHASES as readonly unknown[]).includes(value);
const isStatus: Check = (value) => value === 'passed' || value === 'failed' || value === 'skipped';
const isMachine: Check = (value) => isMembers(value) && Object.values(value).every(isAmount);
const isDigest: Check = (value) =>
  isMembers(value) && isNumber(value.length) && isAmount(value.rolling) && isAmount(value.check);
const isDigests: Check = (value) => Array.isArray(value) && value.every(isDigest);
const isTrue: Check = (value) => value === true;
const isOptional =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value);

/** Members and what is asked of them, in two lists: they are gone through for every record. */
interface Checks {
  readonly keys: readonly string[];
  readonly checks: readonly Check[];
}

const checksOf = (members: { readonly [key: string]: Check }): Checks => ({
  keys: Object.keys(members),
  checks: Object.values(members),
});

const fits = (value: Members, { keys, checks }: Checks): boolean => {
  for (let index = 0; index < keys.length; index += 1) {
    if (checks[index]?.(value[keys[index] as string]) !== true) return false;
  }
  return true;
};

const SNAPSHOT_MEMBERS: { readonly [Key in keyof ErrorSnapshot]-?: Check } = {
  name: isOptional(isText),
  code: isOptional(isText),
  message: isText,
  stack: isOptional(isText),
  thrownValue: isOptional(isTrue),
  expected: isOptional(isText),
  actual: isOptional(isText),
  properties: isOptional(isMembers),
  truncated: isOptional(isTrue),
  cause: () => true,
  errors: () => true,
};

const SNAPSHOT_CHECKS = checksOf(SNAPSHOT_MEMBERS);

const isSnapshotWithin = (value: unknown, depth: number): boolean => {
  if (depth > DEEPEST_CAUSE || !isMembers(value) || !fits(value, SNAPSHOT_CHECKS)) return false;
  const { cause, errors } = value;
  if (cause !== undefined && !isSnapshotWithin(cause, depth + 1)) return false;
  return (
    errors === undefined ||
    (Array.isArray(errors) && errors.every((part) => isSnapshotWithin(part, depth + 1)))
  );
};

const isSnapshot: Check = (value) => isSnapshotWithin(value, 0);

const MEMBERS: { readonly [Kind in JournalRecord['kind']]: { readonly [key: string]: Check } } = {
  worker: {
    version: isAmount,
    at: isAmount,
    pid: isAmount,
    thread: isAmount,
    runner: isText,
    node: isText,
    machine: isOptional(isMembers),
  },
  'file-start': { file: isNumber, at: isAmount, path: isText, project: isOptional(isText) },
  'file-end': { file: isNumber, at: isAmount },
  'test-start': {
    test: isNumber,
    file: isNumber,
    at: isAmount,
    attempt: isAttempt,
    title: isTitle,
    id: isOptional(isText),
    occurrence: isOptional(isNumber),
  },
  'test-end': { test: isNumber, status: isStatus, attempt: isAttempt, at: isAmount },
  error: {
    test: isOptional(isNumber),
    file: isOptional(isNumber),
    at: isAmount,
    attempt: isOptional(isAttempt),
    phase: isPhase,
    title: isOptional(isTitle),
    error: isSnapshot,
    durationMs: isOptional(isAmount),
    limitMs: isOptional(isAmount),
    machine: isOptional(isMachine),
  },
  evidence: {
    test: isOptional(isNumber),
    file: isOptional(isNumber),
    at: isAmount,
    attempt: isOptional(isAttempt),
    name: isText,
    data: isMembers,
  },
  lease: {
    lease: isNumber,
    test: isOptional(isNumber),
    file: isOptional(isNumber),
    at: isAmount,
    attempt: isOptional(isAttempt),
    type: isText,
    id: isText,
    data: isOptional(isMembers),
  },
  'lease-end': { lease: isNumber, at: isAmount },
  secrets: { file: isNumber, at: isAmount, digests: isDigests },
};

const CHECKS = new Map<string, Checks>();
for (const [kind, members] of Object.entries(MEMBERS)) CHECKS.set(kind, checksOf(members));

/** A record, `'unknown'` for a well-formed record of a kind of another version, `'garbage'` for anything else. */
export const checkRecord = (value: unknown): JournalRecord | 'unknown' | 'garbage' => {
  if (!isMembers(value) || typeof value.kind !== 'string') return 'garbage';
  const checks = CHECKS.get(value.kind);
  if (checks === undefined) return 'unknown';
  return fits(value, checks) ? (value as unknown as JournalRecord) : 'garbage';
};

/** The record that a line holds; see `checkRecord`. */
export const parseRecord = (line: string): JournalRecord | 'unknown' | 'garbage' => {
  try {
    return checkRecord(JSON.parse(line));
  } catch {
    return 'garbage';
  }
};
