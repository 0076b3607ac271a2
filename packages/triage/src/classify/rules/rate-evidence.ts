import type { JsonValue } from '@holdfast/journal';
import type { Facts } from '../facts.js';
import type { Opinion, Rule } from '../rule.js';

/** Fewer samples than this say nothing of a share. */
const FEW = 3;

/** How the other side says that it does not know an operation, or that there is none. */
const MISSING =
  /unknown (?:command|method|operation)|unsupported|not (?:implemented|supported|found)|no (?:such|handler)|is not a function|unimplemented|unrecogni[sz]ed|\b(?:404|405|501)\b/i;
const STAND_IN = /mock|fake|stub|simulat|in-?memory/i;
const UNDER_FAULT = /chaos|fault|recover|degrad|outage|crash|under load|sustained|stress|resilien/i;

const labelsOf = (errors: JsonValue | undefined): readonly string[] =>
  Array.isArray(errors)
    ? errors.flatMap((group) => {
        const label = (group as { readonly label?: unknown } | null)?.label;
        return typeof label === 'string' ? [label] : [];
      })
    : [];

/** None at all: the operation is missing or broken, which no threshold mends. */
const noneOf = (facts: Facts, total: number, labels: readonly string[]): Opinion => {
  const [label] = labels;
  const said = `None of ${total} succeeded: the operation is missing or broken, it does not come and go`;
  const isMissing = labels.length > 0 && labels.every((text) => MISSING.test(text));
  const isMocked = STAND_IN.test(facts.place) || labels.some((text) => STAND_IN.test(text));
  if (isMissing || isMocked) {
    const because = label === undefined ? '' : ` (${label})`;
    return {
      category: 'TEST_DESIGN',
      cause: 'mock-gap',
      weight: isMissing && isMocked ? 0.8 : 0.6,
      sentence: `${said}${because}.`,
    };
  }
  return { category: 'BUG', cause: 'other-bug', weight: 0.5, sentence: `${said}.` };
};

/** Successes among samples, as a rate assertion or `untilSure` counted them: `rate.sampled` {successes, total, asked}. */
export const rateEvidence: Rule = {
  id: 'rate-evidence',
  needs: 'evidence',
  judge: (facts) => {
    const data = facts.evidence('rate.sampled');
    const { successes, total, asked } = data ?? {};
    if (typeof successes !== 'number' || typeof total !== 'number' || total < FEW) return undefined;
    // The assertion that failed is to be about this rate, and not another one further on.
    if (!/succeeded|succeed|failed|rate/i.test(facts.text)) return undefined;
    if (successes === 0)
      return noneOf(facts, total, labelsOf(data?.errors ?? facts.evidence('load')?.errors));
    if (typeof asked !== 'number' || successes / total >= asked) return undefined;
    const share = `${successes} of ${total} succeeded where ${Math.round(asked * 1_000) / 10} % is asked for: it comes and goes`;
    return UNDER_FAULT.test(facts.place)
      ? {
          category: 'TEST_DESIGN',
          cause: 'unrealistic-expectation',
          weight: 0.6,
          sentence: `${share}, while faults were injected.`,
        }
      : { category: 'BUG', cause: 'race-in-product', weight: 0.4, sentence: `${share}.` };
  },
};
