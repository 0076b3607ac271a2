import { hashText } from '../fingerprint/hash-text.js';

/** Ten characters that stand for a text: the same text gives the same in every run and on every machine. */
export const stableId = (text: string): string => hashText(text).slice(1);
