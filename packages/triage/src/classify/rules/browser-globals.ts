import type { Facts } from '../facts.js';
import type { Opinion, Rule } from '../rule.js';

const MISSING =
  /\b(document|window|navigator|localStorage|sessionStorage|HTMLElement) is not defined|Can't find variable: (document|window)/;

/**
 * A global of the browser is not there. While a file loads it is the test environment that was chosen; after a test it is work
 * that outlived the environment; in the middle of a test it may be either, or a product that takes the browser for granted.
 */
export const browserGlobals: Rule = {
  id: 'browser-globals',
  keywords: [
    'document is not defined',
    'window is not defined',
    'navigator is not defined',
    'localStorage is not defined',
    'sessionStorage is not defined',
    'HTMLElement is not defined',
    "Can't find variable: ",
  ],
  judge: (facts) => {
    const match = MISSING.exec(facts.text);
    return match === null ? undefined : opinionOf(facts, match[1] ?? match[2] ?? '');
  },
};

const opinionOf = (facts: Facts, name: string): Opinion => {
  const { phase, failure, observed } = facts;
  if (phase === 'after-end') {
    return {
      category: 'TEST_DESIGN',
      cause: 'leaked-handle',
      weight: 0.7,
      sentence: `Work that a test left behind looked for ${name} when the test environment was gone.`,
      runtime: true,
    };
  }
  const timer = facts.frames.some(({ functionName, owner }) => owner === 'product' && isTimer(functionName));
  if (timer || observed.passesOnRerun === true) {
    return {
      category: 'BUG',
      cause: 'other-bug',
      // A setting fails every time. Whether the product should clear the timer or the test unmount what it rendered stays open.
      weight: timer ? 0.56 : 0.45,
      sentence: timer
        ? `A timer of the product looked for ${name} when the test environment was gone: nothing cleared it.`
        : `A rerun has ${name}: work went on after its test, when the test environment was gone.`,
    };
  }
  const isLoading = phase === 'load' || failure.kind === 'file';
  return {
    category: 'CONFIGURATION',
    cause: 'runner-config',
    weight: isLoading ? 0.72 : 0.42,
    sentence: `The test environment does not offer ${name}, which the code uses.`,
  };
};

const isTimer = (functionName: string | undefined): boolean =>
  functionName !== undefined && /^(?:Timeout|Immediate)\b/.test(functionName);
