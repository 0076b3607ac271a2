import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import type { ReporterOptions } from '../../options.js';

/** The options of the reporter as a file holds them; or one sentence about why it cannot be read. */
export type ReadOptions = ReporterOptions | { readonly problem: string };

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Reads reporter options from a JSON file, or from the default export of a module.
 * @param path absolute path
 */
export const readReporterOptions = async (path: string): Promise<ReadOptions> => {
  try {
    const found: unknown = path.endsWith('.json')
      ? JSON.parse(readFileSync(path, 'utf8'))
      : ((await import(pathToFileURL(path).href)) as { readonly default?: unknown }).default;
    return isObject(found) ? (found as ReporterOptions) : { problem: 'it holds no object of options' };
  } catch (error) {
    const { code, message } = (error ?? {}) as { code?: unknown; message?: unknown };
    return { problem: `it cannot be read (${String(message ?? code ?? error)})` };
  }
};
