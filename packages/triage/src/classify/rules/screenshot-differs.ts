import type { Rule } from '../rule.js';

/** Pixels differ: fonts and rendering follow the machine. */
export const screenshotDiffers: Rule = {
  id: 'screenshot-differs',
  keywords: ['pixels', 'screenshot'],
  judge: ({ text }) => {
    if (
      !/\d+ pixels \(ratio|pixels? (?:are )?differ|Screenshot comparison failed|image to be the same/i.test(
        text,
      )
    )
      return undefined;
    return {
      category: 'ENVIRONMENT',
      cause: 'platform-difference',
      weight: 0.5,
      sentence: 'A picture differs in some pixels: fonts and rendering follow the machine.',
    };
  },
};
