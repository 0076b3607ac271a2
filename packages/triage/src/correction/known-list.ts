import { CATEGORIES, CAUSES, type Category, type Cause } from '@holdfast/journal';
import type { OptionCheck } from '../settings/option-checks.js';
import { printedValue } from '../settings/printed-value.js';

/** A person's word on what failures of one fingerprint mean. */
export interface Correction {
  readonly fingerprint: string;
  /** Where it was seen: file and title, as `testName` writes them. */
  readonly test: string;
  /**
   * `test`: for this test alone, where comparisons of other tests may have the same fingerprint.
   * @default 'fingerprint'
   */
  readonly scope?: 'fingerprint' | 'test';
  readonly category: Category;
  readonly cause: Cause;
  readonly because: string;
  readonly by?: string;
  /** Date, `2026-11-21`. */
  readonly on: string;
}

/** A failure that is known and being worked on. The test still runs; a gate lists it and does not count it. */
export interface Quarantined {
  /** Null where the run does not say which file the test is in. */
  readonly file: string | null;
  readonly title: readonly string[];
  readonly project?: string;
  /** The one failure it is for: any other failure of the same test counts as ever. */
  readonly fingerprint: string;
  readonly owner: string;
  readonly because: string;
  /** Date, `2026-12-24`: from the day after on, the failure counts again. */
  readonly until: string;
  readonly on: string;
}

/** A limit or threshold that was changed, and what came of it. */
export interface TuningDecision {
  readonly on: string;
  /** What was changed: `limits.integration`, `pool size of orders`. */
  readonly setting: string;
  readonly from: string;
  readonly to: string;
  readonly because: string;
  /** Pass rates by measured runs, 0 to 1; null where there were none. */
  readonly passRateBefore: number | null;
  readonly passRateAfter: number | null;
}

/** What people know about the failures of a project. One file, reviewed like code. */
export interface KnownList {
  readonly corrections: readonly Correction[];
  readonly quarantined: readonly Quarantined[];
  /** The most tests that may be in quarantine at a time. */
  readonly quarantineCap: number;
  readonly tuning: readonly TuningDecision[];
}

/** Name of the file, in the project's root. */
export const KNOWN_FILE = 'holdfast.known.json';

export const DEFAULT_QUARANTINE_CAP = 20;

export const EMPTY_KNOWN_LIST: KnownList = Object.freeze({
  corrections: Object.freeze([]),
  quarantined: Object.freeze([]),
  quarantineCap: DEFAULT_QUARANTINE_CAP,
  tuning: Object.freeze([]),
});

type Fields = Readonly<Record<string, unknown>>;

const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';
const isDate = (value: unknown): boolean =>
  isText(value) && /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value));
const isRate = (value: unknown): boolean =>
  value === null || (typeof value === 'number' && value >= 0 && value <= 1);

interface Check extends OptionCheck {
  readonly optional?: true;
}

const TEXT: Check = { accepted: 'a text that is not empty', holds: isText };
const OPTIONAL_TEXT: Check = { ...TEXT, optional: true };
const DATE: Check = { accepted: 'a date such as 2026-11-21', holds: isDate };
const RATE: Check = { accepted: 'a share from 0 to 1, or null', holds: isRate };
const FILE: Check = {
  accepted: 'a text that is not empty, or null',
  holds: (value) => value === null || isText(value),
};
const SCOPE: Check = {
  accepted: 'fingerprint or test',
  holds: (value) => value === 'fingerprint' || value === 'test',
  optional: true,
};
const CATEGORY: Check = {
  accepted: `one of ${CATEGORIES.join(', ')}`,
  holds: (value) => CATEGORIES.some((category) => category === value),
};
const TITLE: Check = {
  accepted: 'a list of texts',
  holds: (value) =>
    Array.isArray(value) && value.length > 0 && value.every((part) => typeof part === 'string'),
};

const CHECKS = {
  corrections: {
    fingerprint: TEXT,
    test: TEXT,
    scope: SCOPE,
    category: CATEGORY,
    cause: TEXT,
    because: TEXT,
    by: OPTIONAL_TEXT,
    on: DATE,
  },
  quarantined: {
    file: FILE,
    title: TITLE,
    project: OPTIONAL_TEXT,
    fingerprint: TEXT,
    owner: TEXT,
    because: TEXT,
    until: DATE,
    on: DATE,
  },
  tuning: {
    on: DATE,
    setting: TEXT,
    from: TEXT,
    to: TEXT,
    because: TEXT,
    passRateBefore: RATE,
    passRateAfter: RATE,
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, Check>>>>;

const problemOf = (
  item: unknown,
  checks: Readonly<Record<string, Check>>,
  key: string,
): string | undefined => {
  if (typeof item !== 'object' || item === null || Array.isArray(item))
    return `${key} is ${printedValue(item)}; accepted is an object`;
  const fields = item as Fields;
  for (const [name, { accepted, holds, optional }] of Object.entries(checks)) {
    const value = fields[name];
    if (value === undefined && optional) continue;
    if (!holds(value)) return `${key}.${name} is ${printedValue(value)}; accepted is ${accepted}`;
  }
  const { category, cause } = fields;
  const causes: readonly string[] = category === undefined ? [] : (CAUSES[category as Category] ?? []);
  if (checks === CHECKS.corrections && !causes.includes(String(cause)))
    return `${key}.cause is ${printedValue(cause)}; accepted with ${String(category)} is one of ${causes.join(', ')}`;
  return undefined;
};

/** What a text says, as far as it is right, and a sentence for each entry that is not. Never throws. */
export const readKnownList = (
  text: string,
): { readonly known: KnownList; readonly problems: readonly string[] } => {
  let content: Fields;
  try {
    content = JSON.parse(text) as Fields;
  } catch (error) {
    return {
      known: EMPTY_KNOWN_LIST,
      problems: [`${KNOWN_FILE} is no JSON: ${(error as { message?: string }).message}`],
    };
  }
  if (typeof content !== 'object' || content === null || Array.isArray(content))
    return {
      known: EMPTY_KNOWN_LIST,
      problems: [`${KNOWN_FILE} is ${printedValue(content)}; accepted is an object`],
    };
  const problems: string[] = [];
  const sift = (name: keyof typeof CHECKS): readonly unknown[] => {
    const given = content[name] ?? [];
    if (!Array.isArray(given)) {
      problems.push(`${KNOWN_FILE}: ${name} is ${printedValue(given)}; accepted is a list`);
      return [];
    }
    return given.filter((item, index) => {
      const problem = problemOf(item, CHECKS[name], `${name}[${index}]`);
      if (problem !== undefined) problems.push(`${KNOWN_FILE}: ${problem}`);
      return problem === undefined;
    });
  };
  const cap = content.quarantineCap ?? DEFAULT_QUARANTINE_CAP;
  const isCap = Number.isInteger(cap) && (cap as number) >= 0;
  if (!isCap)
    problems.push(`${KNOWN_FILE}: quarantineCap is ${printedValue(cap)}; accepted is a whole number from 0`);
  return {
    // What this version does not know is kept when the list is written again.
    known: {
      ...content,
      corrections: sift('corrections') as readonly Correction[],
      quarantined: sift('quarantined') as readonly Quarantined[],
      quarantineCap: isCap ? (cap as number) : DEFAULT_QUARANTINE_CAP,
      tuning: sift('tuning') as readonly TuningDecision[],
    },
    problems,
  };
};

/** The file's text: one entry below the other, so that a change shows as one in a review. */
export const writeKnownList = (known: KnownList): string => `${JSON.stringify(known, null, 2)}\n`;
