import { describe, expect, it } from 'vitest';
import { readText } from './read-text.js';

const read = async (text: string) => {
  const { failures, problems, logs } = await readText(text);
  return {
    kinds: failures.map(({ test }) => test.kind ?? 'test'),
    messages: failures.map(({ test }) => (test.attempts?.[0]?.errors ?? test.errors ?? [])[0]?.message),
    reasons: problems.map(({ reason }) => reason),
    passed: logs[0]?.tests.passed,
  };
};

const jest = (members: object): string =>
  JSON.stringify({
    numFailedTests: 0,
    numPassedTests: 1,
    numTotalTests: 1,
    success: false,
    startTime: 1,
    testResults: [
      {
        name: '/a/a.test.js',
        status: 'passed',
        message: '',
        assertionResults: [{ title: 'sums', ancestorTitles: [], status: 'passed', failureMessages: [] }],
      },
    ],
    ...members,
  });

const VITEST = [
  ' RUN  v4.1.12 /project',
  ' ✓ test/a.test.js (1 test) 2ms',
  ' Test Files  1 passed (1)',
  '      Tests  1 passed (1)',
].join('\n');

const JEST = [
  ' PASS  test/a.test.js',
  '  ✓ sums (2 ms)',
  'Test Suites: 1 passed, 1 total',
  'Tests:       1 passed, 1 total',
].join('\n');

const pytest = (lines: readonly string[], end = '1 passed in 0.10s'): string =>
  [
    '============================= test session starts ==============================',
    'platform linux -- Python 3.11.2, pytest-7.2.1',
    'collected 10 items',
    '',
    'tests/test_a.py::test_sums PASSED                                        [ 10%]',
    ...lines,
    `============================== ${end} ===============================`,
    '',
  ].join('\n');

describe('a run that is red for another reason than a failed test stays red', () => {
  it.each(['failed', 'failure', 'error', 'FAILED'])(
    'JUnit XML that says so in an attribute alone: %s',
    async (word) => {
      const text = `<testsuite name="a"><testcase classname="c" name="x" status="${word}"/><testcase classname="c" name="y" result="${word}"/><testcase classname="c" name="z" status="run" result="completed"/></testsuite>`;
      expect(await read(text)).toMatchObject({ kinds: ['test', 'test'], passed: 1, reasons: [] });
    },
  );

  it("Jest's JSON that calls the run no success, without a failure in it", async () => {
    const { kinds, messages, passed } = await read(jest({}));
    expect({ kinds, passed }).toEqual({ kinds: ['run'], passed: 1 });
    expect(messages).toEqual(['The log says that the run failed, and lists no failure.']);
    expect((await read(jest({ success: true }))).kinds).toEqual([]);
  });

  it("Jest's JSON of a run that was interrupted", async () => {
    const { kinds, reasons } = await read(jest({ wasInterrupted: true }));
    expect(kinds).toEqual([]);
    expect(reasons).toEqual(['the run was interrupted; what it did not come to is missing']);
  });

  it.each([
    ['Vitest', `${VITEST}\n\nERROR: Coverage for lines (50%) does not meet global threshold (80%)\n`],
    ['Jest', `Jest: "global" coverage threshold for lines (80%) not met: 50%\n${JEST}\n`],
    ['pytest-cov', pytest(['FAIL Required test coverage of 80% not reached. Total coverage: 50.00%'])],
    ['coverage.py', pytest(['ERROR: Coverage failure: total of 50 is less than fail-under=80'])],
  ])('what %s prints where coverage is short', async (_, text) => {
    const { kinds, messages, passed, reasons } = await read(text);
    expect({ kinds, passed, reasons }).toEqual({ kinds: ['run'], passed: 1, reasons: [] });
    expect(messages[0]).toMatch(/overage/);
  });

  it('what pytest prints where somebody interrupts it, but not where its failures end it', async () => {
    const interrupted = await read(pytest(['!!!!!!!!!! KeyboardInterrupt !!!!!!!!!!']));
    expect(interrupted.reasons).toEqual(['the run was cut short (KeyboardInterrupt)']);
    const ended = await read(
      pytest(
        [
          '=========================== short test summary info ============================',
          'FAILED tests/test_a.py::test_pays - assert 1 == 2',
          '!!!!!!!!!!!!!!!!!!!!!!!!!! stopping after 1 failures !!!!!!!!!!!!!!!!!!!!!!!!!!!',
        ],
        '1 failed, 1 passed in 0.10s',
      ),
    );
    expect(ended).toMatchObject({ kinds: ['test'], passed: 1, reasons: [] });
  });
});

it('a control character that XML cannot have, written as a reference, damages nothing', async () => {
  const text =
    '<testsuite name="a" tests="1"><testcase classname="c" name="x"><failure message="&#27;[31mred&#27;[39m"/></testcase></testsuite>';
  expect(await read(text)).toMatchObject({ kinds: ['test'], reasons: [] });
});
