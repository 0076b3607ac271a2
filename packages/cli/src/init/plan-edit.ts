import { Buffer } from 'node:buffer';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ConfigEdit } from './config-edit.js';
import { editJestConfig, newJestConfig } from './edit-jest-config.js';
import { editJestJson } from './edit-jest-json.js';
import { editVitestConfig, newVitestConfig } from './edit-vitest-config.js';
import type { FoundConfig } from './find-config.js';

/** A configuration as it is and as it is to be. */
export interface PlannedEdit {
  /** Undefined where there is no file yet. */
  readonly before: Buffer | undefined;
  readonly edit: ConfigEdit;
}

/** What has to be done to a configuration. Touches nothing. */
export const planEdit = (folder: string, { runner, file, key, exists }: FoundConfig): PlannedEdit => {
  if (!exists) {
    const text = runner === 'jest' ? newJestConfig() : newVitestConfig();
    return { before: undefined, edit: { kind: 'edited', text } };
  }
  const before = readFileSync(join(folder, file));
  const source = before.toString('utf8');
  if (!Buffer.from(source).equals(before)) {
    const lines = ['what is said under "By hand" in the guide of the runner'];
    return { before, edit: { kind: 'manual', reason: 'it is not in UTF-8', lines } };
  }
  if (runner === 'vitest') return { before, edit: editVitestConfig(source, file) };
  const isJson = file.endsWith('.json');
  return { before, edit: isJson ? editJestJson(source, key) : editJestConfig(source, file) };
};
