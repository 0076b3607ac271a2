import type { Rule } from '../rule.js';

const SETTINGS_FILE =
  /(?:^|\/)(?:env|environment|config|configuration|settings|secrets)(?:[._-][\w.-]*)?\.[cm]?[jt]sx?$/i;
const LACKING =
  /\brequired\b|received undefined|\bmissing\b|not (?:set|defined|provided)|must be (?:set|defined|provided)/i;

/** The file in which the product reads its settings refuses them. */
export const settingsSchema: Rule = {
  id: 'settings-schema',
  keywords: [
    'equired',
    'received undefined',
    'issing',
    'not set',
    'not provided',
    'must be set',
    'must be defined',
  ],
  judge: (facts) => {
    const { text } = facts;
    if (!LACKING.test(text)) return undefined;
    const { topFrame, assertion } = facts;
    if (assertion !== undefined || topFrame?.owner !== 'product') return undefined;
    if (!SETTINGS_FILE.test(topFrame.file ?? '')) return undefined;
    if (/Cannot (?:read|set|destructure)|is not a function/.test(text)) return undefined;
    return {
      category: 'CONFIGURATION',
      cause: 'missing-env-var',
      weight: 0.78,
      sentence: 'The file that reads the settings refuses them: one that it requires is not set.',
    };
  },
};
