import { readFileSync } from 'node:fs';
import type { JestFileResult, JestRunResult } from '../src/translate/jest-results.js';

/** Runs of one project under real Jest, as a reporter got them; how, is said in recorded/README.md. */
export const RECORDED = [
  'jest-29.7.0-in-band',
  'jest-29.7.0-processes',
  'jest-30.5.2-in-band',
  'jest-30.5.2-processes',
] as const;

export type RecordedName = (typeof RECORDED)[number];

interface RecordedRun {
  readonly files: Readonly<Record<string, JestFileResult>>;
  readonly totals: JestRunResult;
}

type Members = Record<string, unknown>;

/** Makes an error, or a String object with members, of what the record holds in its place. */
const revived = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null) return value;
  const { $error, $text, ...members } = value as Members;
  if ($text !== undefined) return Object.assign(new String($text), members);
  if ($error === undefined) return value;
  const { name: _name, message, stack, ...own } = members;
  const error = new Error(String(message));
  Object.defineProperty(error, 'stack', { value: stack });
  Object.defineProperty(error, 'constructor', { value: { name: $error } });
  return Object.assign(error, own);
};

export const recordedRun = (name: RecordedName): RecordedRun => {
  const text = readFileSync(new URL(`./recorded/${name}.json`, import.meta.url), 'utf8');
  const { files, totals } = JSON.parse(text) as RecordedRun;
  const entries = Object.entries(files).map(([file, result]) => [
    file,
    { ...result, testExecError: revived(result.testExecError) },
  ]);
  return { files: Object.fromEntries(entries), totals };
};
