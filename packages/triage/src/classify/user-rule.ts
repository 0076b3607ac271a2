import type { Cause } from '@holdfast/journal';
import type { UserRule } from '../options.js';
import type { Facts } from './facts.js';
import { pathPattern } from './path-pattern.js';

const OTHER = {
  BUG: 'other-bug',
  CONFIGURATION: 'other-configuration',
  ENVIRONMENT: 'other-environment',
  TEST_DESIGN: 'other-test-design',
  UNKNOWN: 'unknown',
} as const satisfies Record<UserRule['category'], Cause>;

/** Cause of a user's rule that names a category alone. */
export const causeOfUserRule = (rule: UserRule): Cause => rule.cause ?? OTHER[rule.category];

type Condition = (facts: Facts) => boolean;

const conditions = new WeakMap<UserRule, readonly Condition[]>();

const messageCondition = (message: string | RegExp): Condition => {
  if (typeof message === 'string')
    return ({ chain }) => chain.some((error) => error.message.includes(message));
  const expression = new RegExp(message.source, message.flags.replace(/[gy]/g, ''));
  return ({ chain }) => chain.some((error) => expression.test(error.message));
};

const compile = (rule: UserRule): readonly Condition[] => {
  const { message, file, code, when } = rule;
  const all: Condition[] = [];
  if (message !== undefined) all.push(messageCondition(message));
  if (file !== undefined) {
    const matches = pathPattern(file);
    all.push(({ failure }) => failure.file !== undefined && matches(failure.file));
  }
  if (code !== undefined) all.push(({ chain }) => chain.some((error) => error.code === code));
  if (when !== undefined) all.push(({ failure }) => when(failure) === true);
  return all;
};

/**
 * Whether all conditions of a user's rule hold. A rule without conditions never holds.
 * Throws what the rule's own function throws.
 */
export const userRuleHolds = (rule: UserRule, facts: Facts): boolean => {
  let all = conditions.get(rule);
  if (all === undefined) {
    all = compile(rule);
    conditions.set(rule, all);
  }
  return all.length > 0 && all.every((holds) => holds(facts));
};
