import type { Rule } from '../rule.js';
import { isPlatformGlobal } from './platform-global.js';

const KNOWN_GLOBALS =
  /^(?:__[A-Z][A-Z0-9_]*__|fail|pending|spyOn|jasmine|sinon|done|before|after|cy|Cypress|browser|expect|describe|it|test|vi|jest|beforeEach|beforeAll|afterEach|afterAll|suite|document|window|navigator|localStorage|require|exports|module|__dirname|__filename|fetch|crypto|React|Request|Response|WebSocket|HTMLElement|TextEncoder|TextDecoder|structuredClone|regeneratorRuntime|setImmediate|ResizeObserver|IntersectionObserver|ReadableStream|TransformStream|MessageChannel|BroadcastChannel|indexedDB|customElements|requestAnimationFrame)$/;

/** A name that the code uses is not declared. */
export const referenceError: Rule = {
  id: 'reference-error',
  keywords: ['is not defined', 'before initialization', "Can't find variable"],
  judge: ({ text, topFrame }) => {
    const name =
      /([\w$]{1,60}) is not defined|access '([\w$]+)' before initialization|Can't find variable: ([\w$]+)/.exec(
        text,
      );
    const undeclared = name?.[1] ?? name?.[3] ?? '';
    if (name === null || KNOWN_GLOBALS.test(undeclared) || isPlatformGlobal(undeclared)) return undefined;
    const inTest = topFrame?.owner === 'test';
    return {
      category: inTest ? 'TEST_DESIGN' : 'BUG',
      cause: inTest ? 'other-test-design' : 'other-bug',
      weight: topFrame === undefined ? 0.45 : 0.6,
      sentence: `The name ${name[1] ?? name[2] ?? name[3]} is used where it is not (yet) declared.`,
    };
  },
};
