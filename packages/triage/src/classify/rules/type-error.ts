import type { Rule } from '../rule.js';

/** A value was used in a way its type does not allow. */
export const typeError: Rule = {
  id: 'type-error',
  keywords: [
    'TypeError',
    'is not a function',
    'Cannot read propert',
    'is not iterable',
    'is not a constructor',
    'Cannot set propert',
    'is undefined',
    'is null',
    "invoked without 'new'",
    'Cannot destructure',
    'null is not an object',
    'undefined is not an object',
    'Cannot convert',
    'must be of type',
  ],
  judge: ({ text, topFrame, name }) => {
    const match =
      /(?:Cannot (?:read|set) propert(?:y|ies)[^\n]*|[^\n]{0,80} is not (?:a function|iterable|a constructor)|Class constructor [^\n]*|Cannot destructure[^\n]*|(?:null|undefined) is not an object[^\n]*|[^\n]{0,60}must be (?:a|an|of type) [^\n]*)/.exec(
        text,
      );
    if (match === null && name !== 'TypeError') return undefined;
    const owner = topFrame?.owner;
    const weight = owner === 'product' || owner === 'dependency' ? 0.62 : owner === 'test' ? 0.4 : 0.52;
    const place = owner === 'product' ? ` in ${topFrame?.file}` : '';
    return {
      category: 'BUG',
      cause: 'type-error',
      weight,
      sentence: `A value is not what the code takes it for${place}.`,
    };
  },
};
