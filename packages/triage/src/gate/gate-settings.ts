import { CATEGORIES, type Category } from '@holdfast/journal';
import type { OptionCheck } from '../settings/option-checks.js';
import { printedValue } from '../settings/printed-value.js';

/** Pass rate that is aimed at, and the least that is acceptable; 0 to 1. */
export interface PassRateRule {
  readonly target: number;
  readonly floor: number;
}

/** A pass rate of its own for some test files. */
export interface FolderRule extends PassRateRule {
  /** Glob pattern of test folders or files, from the project's root: `tests/chaos/**`. */
  readonly path: string;
}

/** What `gate` in holdfast.config may say; every field is optional. */
export interface GateSettings {
  /** Pass rates for parts of the suite, besides that of the environment for the whole. @default none */
  readonly folders?: readonly FolderRule[];
  /** Largest share of tests that may be flaky, 0 to 1. @default 0.05 */
  readonly flakyShare?: number;
  /** Most incidents judged BUG or UNKNOWN that no earlier run had. @default 0 */
  readonly newBugs?: number;
  /** Longest duration of the run, in milliseconds. @default no limit */
  readonly durationMs?: number;
  /** Most incidents by category. @default no limit */
  readonly incidents?: Readonly<Partial<Record<Category, number>>>;
  /** With fewer executed tests a pass rate near its floor says too little. @default 20 */
  readonly leastTests?: number;
}

export interface ResolvedGateSettings {
  readonly folders: readonly FolderRule[];
  readonly flakyShare: number;
  readonly newBugs: number;
  readonly durationMs: number | null;
  readonly incidents: Readonly<Partial<Record<Category, number>>>;
  readonly leastTests: number;
}

export const DEFAULT_GATE_SETTINGS: ResolvedGateSettings = Object.freeze({
  folders: Object.freeze([]),
  flakyShare: 0.05,
  newBugs: 0,
  durationMs: null,
  incidents: Object.freeze({}),
  leastTests: 20,
});

type Fields = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isShare = (value: unknown): boolean => typeof value === 'number' && value >= 0 && value <= 1;
const isWhole = (value: unknown): boolean => Number.isInteger(value) && (value as number) >= 0;

const SHARE: OptionCheck = { accepted: 'a number from 0 to 1', holds: isShare };
const WHOLE: OptionCheck = { accepted: 'a whole number from 0', holds: isWhole };

const CHECKS: Readonly<Record<keyof GateSettings, OptionCheck>> = {
  folders: { accepted: 'a list of { path, target, floor }', holds: (value) => Array.isArray(value) },
  flakyShare: SHARE,
  newBugs: WHOLE,
  durationMs: { accepted: 'a number above 0', holds: (value) => typeof value === 'number' && value > 0 },
  incidents: { accepted: 'an object of numbers by category', holds: isObject },
  leastTests: WHOLE,
};

const FOLDER_CHECKS: Readonly<Record<keyof FolderRule, OptionCheck>> = {
  path: {
    accepted: 'a text that is not empty',
    holds: (value) => typeof value === 'string' && value.trim() !== '',
  },
  target: SHARE,
  floor: SHARE,
};

const checkMembers = (
  value: unknown,
  checks: Readonly<Record<string, OptionCheck>>,
  prefix: string,
  needed: readonly string[],
): string | undefined => {
  if (!isObject(value)) return `\`${prefix}\` is ${printedValue(value)}; accepted is an object`;
  for (const name of [...new Set([...needed, ...Object.keys(value)])]) {
    const check = Object.hasOwn(checks, name) ? checks[name] : undefined;
    if (check === undefined)
      return `\`${prefix}.${name}\` is not known; known are ${Object.keys(checks).join(', ')}`;
    if (!check.holds(value[name]))
      return `\`${prefix}.${name}\` is ${printedValue(value[name])}; accepted is ${check.accepted}`;
  }
  return undefined;
};

const CATEGORY_CHECKS = Object.fromEntries(CATEGORIES.map((category) => [category, WHOLE]));

const problemOf = (value: unknown): string | undefined => {
  const problem = checkMembers(value, CHECKS, 'gate', []);
  if (problem !== undefined) return problem;
  const { folders = [], incidents = {} } = value as GateSettings;
  for (const [index, folder] of folders.entries()) {
    const key = `gate.folders[${index}]`;
    const wrong = checkMembers(folder, FOLDER_CHECKS, key, ['path', 'target', 'floor']);
    if (wrong !== undefined) return wrong;
    if (folder.floor > folder.target)
      return `\`${key}.floor\` is ${folder.floor}; accepted is a number not above the target ${folder.target}`;
  }
  return checkMembers(incidents, CATEGORY_CHECKS, 'gate.incidents', []);
};

/** The settings with every default filled in, or the one sentence that says what is wrong with them. */
export const resolveGateSettings = (
  value: unknown,
): { readonly settings: ResolvedGateSettings } | { readonly problem: string } => {
  if (value === undefined) return { settings: DEFAULT_GATE_SETTINGS };
  const problem = problemOf(value);
  return problem === undefined
    ? { settings: { ...DEFAULT_GATE_SETTINGS, ...(value as GateSettings) } }
    : { problem };
};
