import { missingCompiledImport } from '../compiled-import.js';
import type { Rule } from '../rule.js';

const BARE_NAME = /^(?:\w*TypeError: )?([\w$]+) is not a function/m;

/** An imported function is not there: its module is replaced by a mock that does not offer it. */
export const importedFunctionMissing: Rule = {
  id: 'imported-function-missing',
  keywords: ['is not a function', 'is not a constructor'],
  judge: ({ text }) => {
    const compiled = missingCompiledImport(text);
    const name = compiled ?? BARE_NAME.exec(text)?.[1];
    if (name === undefined) return undefined;
    return {
      category: 'TEST_DESIGN',
      cause: 'mock-gap',
      weight: compiled === undefined ? 0.55 : 0.7,
      sentence: `The imported ${name} is not there: mostly a mocked module that does not offer it.`,
    };
  },
};
