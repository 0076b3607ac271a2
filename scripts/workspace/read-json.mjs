import { readFileSync } from 'node:fs';

/**
 * What a JSON file holds; undefined where there is none, or it is no JSON.
 * @param {string} path
 */
export const readJson = (path) => {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
};
