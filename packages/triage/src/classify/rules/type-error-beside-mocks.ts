import type { Rule } from '../rule.js';

const RENDERED = /\.(?:jsx|tsx|vue|svelte)\b/;
const RENDERING_FRAME = /react-dom|react-reconciler|@testing-library|@vue|vue\/|svelte|renderWithHooks/;

/** A rendered component reads a member that is undefined: in component tests mostly a mock that lacks it. */
export const typeErrorBesideMocks: Rule = {
  id: 'type-error-beside-mocks',
  keywords: ['Cannot read propert', 'is not a function', 'is not iterable', 'Cannot destructure'],
  judge: ({ failure, frames, text }) => {
    if (
      !/Cannot (?:read|destructure) propert[^\n]*undefined|^(?:TypeError: )?\w+ is not a function|is not iterable/m.test(
        text,
      )
    )
      return undefined;
    const rendered =
      RENDERED.test(failure.file ?? '') ||
      frames.some(({ file, functionName }) => RENDERING_FRAME.test(`${file ?? ''} ${functionName ?? ''}`));
    if (!rendered) return undefined;
    return {
      category: 'TEST_DESIGN',
      cause: 'mock-gap',
      weight: 0.62,
      sentence:
        'A component under test read something that is not there; in component tests that is mostly a mock without it.',
    };
  },
};
