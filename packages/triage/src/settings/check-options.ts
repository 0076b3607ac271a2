import { nearestName } from '@holdfast/journal';
import type { ItemCheck, OptionCheck } from './option-checks.js';
import {
  ALLOWED_LEAK_CHECKS,
  AREA_CHECKS,
  checkAllowedLeak,
  checkArea,
  checkRule,
  OPTION_CHECKS,
  RULE_CHECKS,
} from './option-checks.js';
import { printedValue } from './printed-value.js';
import type { OptionProblem } from './resolved-reporter-options.js';

interface Members {
  readonly good: Record<string, unknown>;
  readonly problems: readonly OptionProblem[];
}

/** Sorts the members of an object into good ones and problems; a member that is undefined counts as not given. */
const checkMembers = (
  value: object,
  checks: Readonly<Record<string, OptionCheck>>,
  prefix: string,
  others: readonly string[] = [],
): Members => {
  const good: Record<string, unknown> = {};
  const problems: OptionProblem[] = [];
  for (const [name, member] of Object.entries(value)) {
    if (others.includes(name)) continue;
    const key = `${prefix}${name}`;
    const check = Object.hasOwn(checks, name) ? checks[name] : undefined;
    if (check === undefined) {
      const known = [...Object.keys(checks), ...others];
      const near = nearestName(name, known);
      const remedy = near === undefined ? `known are ${known.join(', ')}` : `did you mean \`${near}\`?`;
      problems.push({ key, message: `Option \`${key}\` (${printedValue(member)}) is not known: ${remedy}` });
    } else if (member === undefined || check.holds(member)) good[name] = member;
    else
      problems.push({
        key,
        message: `Option \`${key}\` is ${printedValue(member)}; accepted is ${check.accepted}`,
      });
  }
  return { good, problems };
};

const checkList = (
  list: readonly object[],
  checks: Readonly<Record<string, OptionCheck>>,
  needed: readonly string[],
  checkItem: ItemCheck,
  prefix: string,
): { readonly good: readonly object[]; readonly problems: readonly OptionProblem[] } => {
  const good: object[] = [];
  const problems: OptionProblem[] = [];
  list.forEach((item, index) => {
    const members = checkMembers(item, checks, `${prefix}[${index}].`);
    problems.push(...members.problems);
    const missing = needed.filter((name) => members.good[name] === undefined);
    const unsaid = missing.filter((name) => !members.problems.some(({ key }) => key.endsWith(`.${name}`)));
    for (const name of unsaid) {
      const key = `${prefix}[${index}].${name}`;
      problems.push({ key, message: `Option \`${key}\` is missing; accepted is ${checks[name]?.accepted}` });
    }
    // An item with a mistake in it is left out whole: half a rule would judge what it was not written for.
    if (members.problems.length > 0 || missing.length > 0) return;
    const whole = checkItem(item, `${prefix}[${index}]`);
    if (whole === undefined) good.push(item);
    else problems.push(whole);
  });
  return { good, problems };
};

/**
 * The options that are right, and one problem for each that is not. Never throws.
 * @param others names of options that are read elsewhere and passed over here
 */
export const checkOptions = (options: unknown, others: readonly string[] = []): Members => {
  if (options === undefined || options === null) return { good: {}, problems: [] };
  if (typeof options !== 'object' || Array.isArray(options)) {
    return {
      good: {},
      problems: [{ key: '', message: `The options are ${printedValue(options)}; accepted is an object` }],
    };
  }
  const { good, problems } = checkMembers(options, OPTION_CHECKS, '', others);
  const all = [...problems];
  const lists = [
    ['areas', AREA_CHECKS, ['name'], checkArea],
    ['rules', RULE_CHECKS, ['name', 'category'], checkRule],
    ['allowedLeaks', ALLOWED_LEAK_CHECKS, ['because'], checkAllowedLeak],
  ] as const;
  for (const [name, checks, needed, checkItem] of lists) {
    const list = good[name];
    if (!Array.isArray(list)) continue;
    const checked = checkList(list as readonly object[], checks, needed, checkItem, name);
    good[name] = checked.good;
    all.push(...checked.problems);
  }
  return { good, problems: all };
};
