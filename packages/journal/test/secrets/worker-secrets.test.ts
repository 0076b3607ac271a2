import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { createRecorder, readJournals } from '../../src/index.js';
import { allRecordsIn, runDirectory } from '../run-directory.fixture.js';

const secret = 'tr1ck-or-treat';

const written = (directory: string): string =>
  readdirSync(directory)
    .map((name) => readFileSync(join(directory, name), 'utf8'))
    .join('');

const recorderIn = (directory: string) =>
  createRecorder({ runner: 'vitest', path: '/project/shop/a.test.ts', directory });

const failed = (directory: string, error: unknown): void => {
  const recorder = recorderIn(directory);
  const ref = recorder.testStarted({ title: ['a'], attempt: 1 });
  recorder.attemptError(ref, { phase: 'test', error });
  recorder.testEnded(ref, 'failed');
};

afterEach(() => {
  vi.unstubAllEnvs();
});

describe('a worker that knows a secret of its own', () => {
  test('writes it nowhere in clear: not in the message, the stack, a property, a cause or a part', () => {
    vi.stubEnv('SHOP_TOKEN', secret);
    const directory = runDirectory();
    const cause = new Error(`the cause: ${secret}`);
    const whole = Object.assign(new AggregateError([new Error(secret)], `refused ${secret}`, { cause }), {
      key: secret,
      [secret]: 1,
      nested: { list: [secret] },
    });
    failed(directory, whole);
    const recorder = recorderIn(directory);
    recorder.evidence(undefined, 'wait.for', { what: `the answer to ${secret}` });
    const text = written(directory);
    expect(text).not.toContain(secret);
    expect(text).toContain('refused ***');
    expect(text).toContain('the answer to ***');
  });

  test('hides it in an error that came after the variable was gone again, in the first file of a worker', () => {
    const directory = runDirectory();
    vi.stubEnv('SHOP_TOKEN', secret);
    const recorder = recorderIn(directory);
    vi.unstubAllEnvs();
    recorder.fileError({ phase: 'load', error: new Error(secret) });
    expect(written(directory)).not.toContain(secret);
  });

  test('tells the reporter of it once a file, by a digest', () => {
    vi.stubEnv('SHOP_TOKEN', secret);
    const directory = runDirectory();
    const recorder = recorderIn(directory);
    recorder.fileError({ phase: 'load', error: new Error('one') });
    recorder.fileError({ phase: 'load', error: new Error('two') });
    const told = allRecordsIn(directory).flatMap((record) =>
      record.kind === 'secrets' ? record.digests : [],
    );
    expect(told.filter(({ length }) => length === secret.length)).toHaveLength(1);
    expect(readJournals(directory).workers[0]?.secrets).toEqual(told);
  });

  test('leaves a short value alone where it is a part of another word, and its folders', () => {
    vi.stubEnv('SHOP_PASSWORD', 'checkout');
    vi.stubEnv('OTHER_PASSWORD', 'letter1');
    const directory = runDirectory();
    const recorder = createRecorder({ runner: 'vitest', path: '/project/checkout/a.test.ts', directory });
    recorder.fileError({ phase: 'load', error: new Error('the checkout, letter12 and letter1.') });
    expect(written(directory)).toContain('the checkout, letter12 and ***.');
  });

  test('reads the environment where tests have put other functions in the place of the built-in ones', () => {
    vi.stubEnv('SHOP_TOKEN', secret);
    const directory = runDirectory();
    const recorder = recorderIn(directory);
    const exec = vi.spyOn(RegExp.prototype, 'exec').mockImplementation(() => {
      throw new Error('tampered');
    });
    const slice = vi.spyOn(String.prototype, 'slice').mockImplementation(() => 'tampered');
    try {
      recorder.fileError({ phase: 'load', error: new Error(`refused ${secret}`) });
    } finally {
      exec.mockRestore();
      slice.mockRestore();
    }
    expect(written(directory)).toContain('refused ***');
    expect(written(directory)).not.toContain(secret);
  });
});
