import type { ErrorSnapshot } from '@holdfast/journal';
import type { Facts } from '../facts.js';
import type { Opinion, Rule } from '../rule.js';
import { MEANINGS, type Meaning } from './fixture-code.data.js';

const meaningOf = ({ code }: ErrorSnapshot): Meaning | undefined =>
  code === undefined ? undefined : MEANINGS.get(code);

/** What Node and V8 say of code that is itself at fault, and not of what it was given. */
const OWN_FAULT =
  /Cannot (?:read|set|destructure|access)|is not (?:a function|a constructor|iterable|defined)|call stack/;

/** Frames of the fixtures and helpers that the tests use. */
const OURS = /node_modules\/@holdfast\//;

const isRefusedCall = ({ error, firstFrame, name, text }: Facts): boolean =>
  error?.code === undefined &&
  (name === 'TypeError' || name === 'RangeError') &&
  OURS.test(firstFrame?.file ?? '') &&
  !OWN_FAULT.test(text);

/** An error of a fixture or helper that names its own reason: a code, or a call that it does not take. */
export const fixtureCode: Rule = {
  id: 'fixture-code',
  keywords: [
    'HOLDFAST_',
    'must be ',
    ' takes ',
    ' is needed ',
    ' accepts ',
    'needs ',
    'does not exist',
    '; got ',
  ],
  judge: (facts): Opinion | undefined => {
    for (const error of facts.chain) {
      const meaning = meaningOf(error);
      if (meaning === undefined) continue;
      const [category, cause, weight, sentence] = meaning;
      return { category, cause, weight, sentence };
    }
    if (!isRefusedCall(facts)) return undefined;
    return {
      category: 'TEST_DESIGN',
      cause: 'other-test-design',
      weight: 0.9,
      sentence: 'The test gives a fixture or helper what it does not take; the message says what it takes.',
    };
  },
};
