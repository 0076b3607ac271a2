import { setFlagsFromString } from 'node:v8';
import { createContext, runInContext } from 'node:vm';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { type ErrorRecord, type Recorder, type RecorderOptions, readJournals } from '../src/index.js';
import { recorderCode } from './recorder-code.fixture.js';
import { recordsIn, runDirectory } from './run-directory.fixture.js';

let code = '';

beforeAll(async () => {
  code = await recorderCode();
});

interface Sandbox {
  readonly createRecorder: (options: RecorderOptions) => Recorder;
  readonly run: (script: string) => unknown;
}

/** A realm of its own, in which the recorder's modules are evaluated anew, as Jest does for every test file. */
const sandbox = (): Sandbox => {
  const context = createContext({ process, exports: {}, console });
  runInContext(code, context);
  return {
    createRecorder: runInContext('exports.createRecorder', context),
    run: (script) => runInContext(script, context),
  };
};

const openDescriptors = (): number => process.getBuiltinModule('node:fs').readdirSync('/dev/fd').length;

describe('the sandboxes of a worker', () => {
  test('share one journal, one descriptor and one numbering', () => {
    const directory = runDirectory();
    sandbox().createRecorder({ runner: 'jest', path: '/p/0.test.ts', directory });
    const before = openDescriptors();
    for (let file = 1; file < 4; file++) {
      const recorder = sandbox().createRecorder({ runner: 'jest', path: `/p/${file}.test.ts`, directory });
      recorder.testEnded(recorder.testStarted({ title: ['x'], attempt: 1 }), 'passed');
      recorder.fileEnded();
    }
    expect(openDescriptors()).toBe(before);
    const records = recordsIn(directory);
    expect(records.filter(({ kind }) => kind === 'worker')).toHaveLength(1);
    expect(records.flatMap((one) => (one.kind === 'file-start' ? [one.file] : []))).toEqual([1, 2, 3, 4]);
    expect(records.flatMap((one) => (one.kind === 'test-start' ? [one.test] : []))).toEqual([1, 2, 3]);
  });

  test('leave nothing behind that holds one of them in memory', async () => {
    const directory = runDirectory();
    setFlagsFromString('--expose-gc');
    const collect = runInContext('gc', createContext()) as () => void;
    const use = (): WeakRef<object> => {
      const { createRecorder, run } = sandbox();
      const recorder = createRecorder({ runner: 'jest', path: '/p/a.test.ts', directory });
      const ref = recorder.testStarted({ title: ['x'], attempt: 1 });
      recorder.attemptError(ref, { phase: 'test', error: run('new Error("x")') });
      recorder.testEnded(ref, 'failed');
      recorder.fileEnded();
      return new WeakRef(run('globalThis.kept = {}') as object);
    };
    const kept = use();
    for (let round = 0; round < 20 && kept.deref() !== undefined; round++) {
      await new Promise((resolve) => setTimeout(resolve, 5));
      collect();
    }
    expect(kept.deref()).toBeUndefined();
  });

  test('may be tampered with by tests, and the journal is the same', () => {
    const directory = runDirectory();
    const { createRecorder, run } = sandbox();
    const recorder = createRecorder({ runner: 'jest', path: '/p/a.test.ts', directory });
    run(`
      Object.prototype.toJSON = Array.prototype.toJSON = String.prototype.toJSON = () => 'tampered';
      JSON.stringify = JSON.parse = () => { throw new Error('tampered'); };
      Date.now = () => 0; Date.prototype.toISOString = () => 'tampered'; Date = function () {};
      for (const name of ['push', 'map', 'join', 'forEach', 'slice', 'concat']) Array.prototype[name] = () => { throw 1; };
      for (const name of ['slice', 'indexOf', 'charCodeAt', 'replace', 'split']) String.prototype[name] = () => { throw 1; };
      Map.prototype.get = Map.prototype.set = Map.prototype.entries = () => { throw 1; };
      Object.keys = Object.create = Object.hasOwn = Object.getPrototypeOf = Array.isArray = Reflect.apply = () => { throw 1; };
      Function.prototype.call = Function.prototype.apply = Function.prototype.bind = () => { throw 1; };
      Math.round = Number.isFinite = String = () => { throw 1; };
      Array.prototype[Symbol.iterator] = () => { throw 1; };
      globalThis.Map = globalThis.Uint8Array = globalThis.Symbol = undefined;
    `);
    const error = run(
      `Object.assign(new TypeError('x', { cause: new Error('y') }), { list: [1, { two: 2 }], map: undefined })`,
    );
    const ref = recorder.testStarted({ title: ['suite', 'x'], attempt: 1 });
    recorder.evidence(ref, 'fact', { list: [1, 2], text: 'a\nb' });
    recorder.attemptError(ref, { phase: 'test', error });
    recorder.testEnded(ref, 'failed');
    recorder.fileEnded();
    expect(recordsIn(directory).map(({ kind }) => kind)).toEqual([
      'worker',
      'file-start',
      'test-start',
      'evidence',
      'error',
      'test-end',
      'file-end',
    ]);
    const [told] = readJournals(directory).workers[0]?.tests ?? [];
    expect(told).toMatchObject({
      title: ['suite', 'x'],
      evidence: [{ name: 'fact', data: { list: [1, 2], text: 'a\nb' } }],
    });
    const record = recordsIn(directory).find(({ kind }) => kind === 'error') as ErrorRecord;
    expect(record.error).toMatchObject({
      name: 'TypeError',
      message: 'x',
      cause: { message: 'y' },
      properties: { list: [1, { two: 2 }] },
    });
    expect(record.machine?.residentBytes).toBeGreaterThan(0);
  });

  test("never meet a function of Node's fs that an earlier test has replaced", () => {
    const directory = runDirectory();
    const fs = process.getBuiltinModule('node:fs');
    sandbox().createRecorder({ runner: 'jest', path: '/p/a.test.ts', directory });
    const { openSync, closeSync, fstatSync, readSync, readdirSync, writeSync } = fs;
    const replaced = vi.fn(() => {
      throw new Error('replaced by a test');
    });
    for (const name of ['openSync', 'closeSync', 'fstatSync', 'readSync', 'readdirSync', 'writeSync']) {
      Object.assign(fs, { [name]: replaced });
    }
    try {
      const recorder = sandbox().createRecorder({ runner: 'jest', path: '/p/b.test.ts', directory });
      recorder.fileError({ phase: 'load', error: new Error('x') });
      recorder.fileEnded();
    } finally {
      Object.assign(fs, { openSync, closeSync, fstatSync, readSync, readdirSync, writeSync });
    }
    expect(replaced).not.toHaveBeenCalled();
    expect(recordsIn(directory)).toHaveLength(5);
    const [told] = readJournals(directory).workers[0]?.files[1]?.errors ?? [];
    expect(told?.machine?.openFiles).toBeGreaterThan(0);
  });

  test('without Node get a recorder that does nothing', () => {
    const context = createContext({ exports: {} });
    runInContext(code, context);
    const recorder = runInContext(`exports.createRecorder({ runner: 'x', path: '/p' })`, context) as Recorder;
    const ref = recorder.testStarted({ title: ['x'], attempt: 1 });
    recorder.testEnded(ref, 'passed');
    expect(ref).toEqual({ test: 0, attempt: 1 });
  });
});
