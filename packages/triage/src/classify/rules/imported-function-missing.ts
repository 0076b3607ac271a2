import type { Rule } from '../rule.js';

/** Jest and Vitest print an imported binding as `(0, _module.name)` or `__vi_import_0__.name`. */
const COMPILED_IMPORT =
  /(?:\(0 ?, ?_?[\w$]+\.(?:default\.)?([\w$]+)\)|__vi_import_\d+__\.([\w$]+)|vi_import\S*\.([\w$]+)) is not a (?:function|constructor)/;
const BARE_NAME = /^(?:\w*TypeError: )?([\w$]+) is not a function/m;

/** An imported function is not there: its module is replaced by a mock that does not offer it. */
export const importedFunctionMissing: Rule = {
  id: 'imported-function-missing',
  keywords: ['is not a function', 'is not a constructor'],
  judge: ({ text }) => {
    const compiled = COMPILED_IMPORT.exec(text);
    const bare = compiled === null ? BARE_NAME.exec(text) : null;
    if (compiled === null && bare === null) return undefined;
    const name = compiled?.[1] ?? compiled?.[2] ?? compiled?.[3] ?? bare?.[1] ?? '?';
    return {
      category: 'TEST_DESIGN',
      cause: 'mock-gap',
      weight: compiled === null ? 0.55 : 0.68,
      sentence: `The imported ${name} is not there: mostly a mocked module that does not offer it.`,
    };
  },
};
