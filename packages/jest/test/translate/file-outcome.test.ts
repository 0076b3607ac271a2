import { describe, expect, test } from 'vitest';
import { fileOutcome } from '../../src/translate/file-outcome.js';
import { RECORDED, recordedRun } from '../recorded-run.js';

for (const name of RECORDED) {
  describe(name, () => {
    const { files, totals } = recordedRun(name);
    const outcomeOf = (file: string) => {
      const result = files[file];
      if (result === undefined) throw new Error(`${file} is not recorded`);
      return fileOutcome(result);
    };
    const testOf = (file: string, title: string, occurrence = 0) => {
      const found = outcomeOf(file).tests.find(
        (test) => test.title.join(' > ') === title && test.occurrence === occurrence,
      );
      if (found === undefined) throw new Error(`${title} is not among the outcomes of ${file}`);
      return found;
    };

    test('every failed test becomes an outcome and every red file without one an error', () => {
      const outcomes = Object.keys(files).map(outcomeOf);
      const failed = outcomes.flatMap(({ tests }) => tests.filter(({ status }) => status === 'failed'));
      expect(failed).toHaveLength(totals.numFailedTests);
      const red = outcomes.filter(
        ({ tests, errors }) => errors.length > 0 || tests.some(({ status }) => status === 'failed'),
      );
      expect(red).toHaveLength(totals.numFailedTestSuites);
      const erroneous = outcomes.filter(({ errors }) => errors.length > 0);
      expect(erroneous).toHaveLength(totals.numRuntimeErrorTestSuites);
    });

    test('counts add up to the totals of the run', () => {
      const counts = Object.keys(files).map((file) => outcomeOf(file).counts);
      const sum = (key: keyof (typeof counts)[number]) => counts.reduce((all, one) => all + one[key], 0);
      expect([sum('passed'), sum('failed'), sum('skipped'), sum('todo')]).toEqual([
        totals.numPassedTests,
        totals.numFailedTests,
        totals.numPendingTests,
        totals.numTodoTests,
      ]);
    });

    test('an assertion keeps both sides, message and place', () => {
      const outcome = testOf('basic.test.js', 'fails');
      expect(outcome).toMatchObject({ status: 'failed', attempts: 1, line: 3 });
      expect(outcome.errors[0]).toMatchObject({ name: 'Error', actual: '2', expected: '3' });
      expect(outcome.errors[0]?.message).toContain('expect(received).toBe(expected)');
    });

    test('code and own members of an error survive', () => {
      expect(testOf('basic.test.js', 'ENOENT').errors[0]).toMatchObject({
        code: 'ENOENT',
        message: "ENOENT: no such file or directory, open '/nope'",
        properties: { syscall: 'open', path: '/nope' },
      });
      expect(testOf('basic.test.js', 'error with code and cause').errors[0]).toMatchObject({
        code: 'E_X',
        properties: { details: { a: 1 } },
      });
    });

    test('thrown values that are no errors are marked', () => {
      const messages = ['throws text', 'throws undefined', 'rejects null'].map(
        (title) => testOf('basic.test.js', title).errors[0],
      );
      expect(messages).toMatchObject([
        { message: 'text', thrownValue: true },
        { message: 'undefined', thrownValue: true },
        { message: 'null', thrownValue: true },
      ]);
    });

    test('a time-out has phase, limit and place, and is no thrown value', () => {
      const outcome = testOf('basic.test.js', 'timeout');
      expect(outcome).toMatchObject({ phase: 'test', limitMs: 50, line: 12 });
      expect(outcome.errors[0]?.thrownValue).toBeUndefined();
      expect(testOf('hooks.test.js', 'ba timeout > a')).toMatchObject({ phase: 'beforeAll', limitMs: 40 });
      expect(testOf('hooks.test.js', 'be timeout > a')).toMatchObject({ phase: 'beforeEach', limitMs: 40 });
    });

    test('tests of one title are told apart', () => {
      expect(testOf('basic.test.js', 'suite > dup', 0).errors[0]?.message).toBe('first');
      expect(testOf('basic.test.js', 'suite > dup', 1).errors[0]?.message).toBe('second');
    });

    test('both errors of a test and its hook are kept', () => {
      const { errors } = testOf('basic.test.js', 'soft multiple');
      expect(errors.map(({ message }) => message)).toEqual(['body', 'from afterEach']);
    });

    test('a test that passed on retry is listed with its attempts', () => {
      expect(testOf('retryquiet.test.js', 'd > flaky quiet')).toMatchObject({
        status: 'passed',
        attempts: 3,
      });
      expect(testOf('retry.test.js', 'always')).toMatchObject({ status: 'failed', attempts: 3 });
    });

    test('failed afterAll hooks become an error each', () => {
      const { errors } = outcomeOf('hooks.test.js');
      expect(errors.map(({ kind, phase }) => `${kind} ${phase}`)).toEqual(['hook afterAll', 'hook afterAll']);
      expect(errors[0]?.error).toMatchObject({ name: 'Error', message: 'afterAll broke' });
      expect(errors[1]?.error.message).toMatch(/^Exceeded timeout of 40 ms for a hook\./);
    });

    test.each([
      ['syntax.test.js', /Unexpected token \(1:10\)/, 'BABEL_PARSE_ERROR'],
      ['missing.test.js', /^Cannot find module '\.\/missing-thing'/, 'MODULE_NOT_FOUND'],
      ['throwimport.test.js', /^at import$/, undefined],
      ['throwtext.test.js', /^text at import$/, undefined],
      ['throwdescribe.test.js', /^in describe$/, undefined],
      ['empty.test.js', /^Your test suite must contain at least one test\.$/, undefined],
    ])('%s did not load', (file, message, code) => {
      const { errors, tests } = outcomeOf(file);
      expect(tests).toEqual([]);
      expect(errors).toHaveLength(1);
      expect(errors[0]).toMatchObject({ kind: 'file', phase: 'load' });
      expect(errors[0]?.error.message).toMatch(message);
      expect(errors[0]?.error.code).toBe(code);
    });

    test('a file whose tests are all skipped or to do is no failure', () => {
      expect(outcomeOf('alltodo.test.js')).toMatchObject({
        counts: { passed: 0, failed: 0, skipped: 1, todo: 1 },
        tests: [],
        errors: [],
      });
    });
  });
}

describe('what only one version tells', () => {
  const first = (name: (typeof RECORDED)[number], title: string) => {
    const result = recordedRun(name).files['basic.test.js'];
    if (result === undefined) throw new Error('not recorded');
    return fileOutcome(result).tests.find((test) => test.title.at(-1) === title)?.errors[0];
  };

  test('Jest 30 prints causes and parts, and they are taken apart', () => {
    expect(first('jest-30.5.2-processes', 'error with code and cause')?.cause).toMatchObject({
      name: 'TypeError',
      message: 'inner',
    });
    expect(first('jest-30.5.2-processes', 'aggregate')?.errors).toMatchObject([
      { name: 'Error', message: 'p1' },
      { name: 'TypeError', message: 'p2' },
    ]);
  });

  test('Jest 29 tells no cause', () => {
    expect(first('jest-29.7.0-processes', 'error with code and cause')?.cause).toBeUndefined();
  });
});
