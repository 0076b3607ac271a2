import type { Rule } from '../rule.js';

/** What neither simulated browsers nor, in their place, old engines offer: never there, and not gone. */
const NEVER_OFFERED =
  /^(?:AbortSignal|Buffer|CSS|DOMMatrix|DOMRect|DataTransfer|EventSource|ImageData|Notification|OffscreenCanvas|Path2D|PointerEvent|Worker|clearImmediate|global|globalThis|process|queueMicrotask|requestIdleCallback)$/;

/** What simulated browsers do offer: where it is missing in the middle of a test, the environment may be gone already. */
const OFFERED =
  /^(?:AbortController|Audio|Blob|CSSStyleSheet|CustomEvent|DOMException|DOMParser|Element|Event|EventTarget|File|FileReader|FormData|Headers|Image|KeyboardEvent|MouseEvent|MutationObserver|Node|NodeFilter|Option|Storage|URL|URLSearchParams|XMLHttpRequest|XMLSerializer|alert|atob|btoa|cancelAnimationFrame|getComputedStyle|getSelection|history|location|matchMedia|performance|screen|self)$/;

/** Whether a name is that of a global of the platform: not declared, it is the environment's to offer. */
export const isPlatformGlobal = (name: string): boolean => NEVER_OFFERED.test(name) || OFFERED.test(name);

/**
 * A global of the platform is not there: the test environment does not offer it. After a test, or where another attempt
 * has it, work outlived the environment instead, which other rules judge.
 */
export const platformGlobal: Rule = {
  id: 'platform-global',
  keywords: ['is not defined', "Can't find variable"],
  judge: ({ text, phase, failure, observed }) => {
    const match = /([\w$]{1,60}) is not defined|Can't find variable: ([\w$]{1,60})/.exec(text);
    const name = match?.[1] ?? match?.[2];
    if (name === undefined || !isPlatformGlobal(name)) return undefined;
    if (phase === 'after-end' || observed.passesOnRerun === true) return undefined;
    const isLoading = phase === 'load' || failure.kind === 'file';
    return {
      category: 'CONFIGURATION',
      cause: 'runner-config',
      weight: isLoading ? 0.74 : OFFERED.test(name) ? 0.42 : 0.68,
      sentence: `The test environment does not offer the global ${name}, which the code uses.`,
    };
  },
};
