import { type AllowedLeak, CATEGORIES, CAUSES, LEAK_KINDS } from '@holdfast/journal';
import type { Area, ReporterOptions, UserRule } from '../options.js';
import { REPORT_FORMATS } from './default-options.js';
import type { OptionProblem } from './resolved-reporter-options.js';

/** What an option accepts, in words and as a test. */
export interface OptionCheck {
  readonly accepted: string;
  readonly holds: (value: unknown) => boolean;
}

const isText = (value: unknown): boolean => typeof value === 'string' && value.trim() !== '';
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isExpression = (value: unknown): boolean => Object.prototype.toString.call(value) === '[object RegExp]';
const isTextOrExpression = (value: unknown): boolean => isText(value) || isExpression(value);
const listOf =
  (holds: (item: unknown) => boolean) =>
  (value: unknown): boolean =>
    Array.isArray(value) && value.every(holds);
const oneOf = (names: readonly string[]): OptionCheck => ({
  accepted: `one of ${names.map((name) => `'${name}'`).join(', ')}`,
  holds: (value) => names.includes(value as string),
});

const TEXT: OptionCheck = { accepted: 'a text that is not empty', holds: isText };
const TEXTS: OptionCheck = { accepted: 'a list of texts', holds: listOf(isText) };
const SWITCH: OptionCheck = { accepted: 'true or false', holds: (value) => typeof value === 'boolean' };
const PATTERN: OptionCheck = { accepted: 'a text or a regular expression', holds: isTextOrExpression };
const PRIORITY = oneOf(['high', 'medium', 'low']);

export const AREA_CHECKS: Readonly<Record<keyof Area, OptionCheck>> = {
  name: TEXT,
  paths: TEXTS,
  tags: TEXTS,
  priority: PRIORITY,
};

export const RULE_CHECKS: Readonly<Record<keyof UserRule, OptionCheck>> = {
  name: TEXT,
  message: PATTERN,
  file: PATTERN,
  code: TEXT,
  when: { accepted: 'a function of a failure', holds: (value) => typeof value === 'function' },
  category: oneOf(CATEGORIES),
  cause: oneOf(Object.values(CAUSES).flat()),
  priority: PRIORITY,
  why: TEXT,
  advice: { accepted: 'a text or a list of texts', holds: (value) => isText(value) || listOf(isText)(value) },
};

export const ALLOWED_LEAK_CHECKS: Readonly<Record<keyof AllowedLeak, OptionCheck>> = {
  kind: oneOf(LEAK_KINDS),
  what: PATTERN,
  because: TEXT,
};

/**
 * What is wrong with an area or a rule whose members are right one by one; undefined where nothing is.
 * @param key dotted path of the item
 */
export type ItemCheck = (item: object, key: string) => OptionProblem | undefined;

const hasOneOf = (item: object, names: readonly string[]): boolean =>
  names.some((name) => (item as Record<string, unknown>)[name] !== undefined);

const PLACES = ['paths', 'tags'];
const CONDITIONS = ['message', 'file', 'code', 'when'];

export const checkArea: ItemCheck = (item, key) => {
  if (hasOneOf(item, PLACES)) return undefined;
  const message = `Option \`${key}\` matches no test; accepted is at least one of ${PLACES.join(', ')}`;
  return { key, message };
};

/** Without kind and name it would accept every leak. */
export const checkAllowedLeak: ItemCheck = (item, key) => {
  if (hasOneOf(item, ['kind', 'what'])) return undefined;
  const message = `Option \`${key}\` accepts every leak; accepted is at least one of kind, what`;
  return { key, message };
};

export const checkRule: ItemCheck = (item, key) => {
  const { category, cause } = item as UserRule;
  const causes: readonly string[] = CAUSES[category];
  if (cause !== undefined && !causes.includes(cause)) {
    const accepted = causes.map((name) => `'${name}'`).join(', ');
    return {
      key: `${key}.cause`,
      message: `Option \`${key}.cause\` is "${cause}"; accepted with the category ${category} is one of ${accepted}`,
    };
  }
  if (hasOneOf(item, CONDITIONS)) return undefined;
  const message = `Option \`${key}\` has no condition and never holds; accepted is at least one of ${CONDITIONS.join(', ')}`;
  return { key, message };
};

export const OPTION_CHECKS: Readonly<Record<keyof ReporterOptions, OptionCheck>> = {
  outputDir: TEXT,
  historyDir: {
    accepted: 'a text that is not empty, or false',
    holds: (value) => value === false || isText(value),
  },
  formats: {
    accepted: `a list of ${REPORT_FORMATS.map((name) => `'${name}'`).join(', ')}`,
    holds: listOf((item) => (REPORT_FORMATS as readonly unknown[]).includes(item)),
  },
  environment: TEXT,
  areas: { accepted: 'a list of areas', holds: listOf(isObject) },
  rules: { accepted: 'a list of rules', holds: listOf(isObject) },
  masks: { accepted: 'a list of texts and regular expressions', holds: listOf(isTextOrExpression) },
  leaks: oneOf(['off', 'report', 'fail']),
  allowedLeaks: { accepted: 'a list of leaks', holds: listOf(isObject) },
  maxIncidents: {
    accepted: 'a whole number from 1',
    holds: (value) => Number.isInteger(value) && (value as number) >= 1,
  },
  silent: SWITCH,
  annotations: SWITCH,
};
