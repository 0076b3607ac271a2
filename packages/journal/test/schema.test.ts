import { readdirSync, readFileSync } from 'node:fs';
import Ajv from 'ajv/dist/2020.js';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import schema from '../schema/journal.schema.json' with { type: 'json' };
import { checkRecord } from '../src/check-record.js';
import { createRecorder, PHASES } from '../src/index.js';
import { allRecordsIn, runDirectory } from './run-directory.fixture.js';

const validate = new Ajv({ allErrors: true }).compile(schema);
const folder = new URL('../examples/', import.meta.url);
const examples = readdirSync(folder);

const wholeLines = (text: string): string[] => text.slice(0, text.lastIndexOf('\n')).split('\n');

describe('the schema', () => {
  test('has examples of a passing run, a retried test and a killed worker', () => {
    expect(examples.sort()).toEqual(['killed-worker.jsonl', 'passing-run.jsonl', 'retried-test.jsonl']);
  });

  test.each(examples)('describes every line of %s', (name) => {
    const lines = wholeLines(readFileSync(new URL(name, folder), 'utf8'));
    expect(lines.length).toBeGreaterThan(4);
    for (const line of lines) {
      expect(validate(JSON.parse(line)), `${line}: ${JSON.stringify(validate.errors)}`).toBe(true);
    }
  });

  test('describes what a recorder writes', () => {
    vi.stubEnv('SHOP_TOKEN', 'tr1ck-or-treat');
    onTestFinished(() => {
      vi.unstubAllEnvs();
    });
    const directory = runDirectory();
    const recorder = createRecorder({ runner: 'vitest', path: '/p/a.test.ts', project: 'unit', directory });
    for (const attempt of [1, 2]) {
      const ref = recorder.testStarted({ title: ['a', 'b'], id: 'id', attempt, limitMs: 50 });
      recorder.evidence(ref, 'pool.checkout', { size: 3 });
      for (const error of [new AggregateError([new Error('a', { cause: 1 })], 'b'), 'text', { code: 5 }]) {
        recorder.attemptError(ref, { phase: 'test', error });
      }
      recorder.testEnded(ref, attempt === 1 ? 'failed' : 'passed');
    }
    recorder.testEnded(recorder.testStarted({ title: ['a', 'b'], attempt: 1 }), 'skipped');
    for (const phase of PHASES) recorder.fileError({ phase, error: new Error(phase), title: ['a', 'b'] });
    recorder.lease(undefined, { kind: 'database', id: 'hf_x', data: { server: 'localhost:5432' } })();
    recorder.fileEnded();
    const records = allRecordsIn(directory);
    expect(new Set(records.map(({ kind }) => kind)).size).toBe(10);
    for (const record of records) {
      expect(validate(record), `${JSON.stringify(record)}: ${JSON.stringify(validate.errors)}`).toBe(true);
    }
  });

  test.each([
    {},
    { kind: 'lease' },
    { kind: 'lease', lease: 1, at: 1, type: 'port', id: 20_000 },
    { kind: 'lease-end', at: 1 },
    { kind: 'worker', version: 2, at: 1, pid: 1, thread: 0, runner: 'x', node: '20' },
    { kind: 'test-end', test: 1, attempt: 1, status: 'done', at: 1 },
    { kind: 'test-start', test: 1.5, attempt: 1, file: 1, at: 1, title: [] },
    { kind: 'error', at: 1, phase: 'test', error: {} },
    { kind: 'error', at: 1, phase: 'test', error: { message: '', cause: { name: 'no message' } } },
    { kind: 'evidence', at: 1, name: 'x', data: 5 },
  ])('does not describe %j', (record) => {
    expect(validate(record)).toBe(false);
  });

  test.each([
    { kind: 'test-end', test: 1, attempt: 1, status: 'done', at: 1 },
    { kind: 'error', at: 1, phase: 'lunch', error: { message: '' } },
    { kind: 'error', at: 1, phase: 'test', error: { message: '', cause: { name: 'no message' } } },
    { kind: 'error', at: 1, phase: 'test', error: { message: '', errors: [5] } },
    { kind: 'error', at: 1, phase: 'beforeAll', title: 'a', error: { message: '' } },
    { kind: 'error', at: 1, phase: 'test', error: { message: '' }, machine: { cpuBusy: 'much' } },
    { kind: 'test-start', test: 1, attempt: 1, file: 1, at: 1, title: 'a' },
  ])('and the reader agree that %j is no record', (record) => {
    expect(validate(record)).toBe(false);
    expect(checkRecord(record)).toBe('garbage');
  });
});
