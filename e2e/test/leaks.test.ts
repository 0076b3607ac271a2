import { describe, expect, it } from 'vitest';
import { leakingFiles } from '../cases/leaks.js';
import { FULL_MATRIX, type Setting } from '../src/matrix.js';
import { writeProject } from '../src/project.js';
import { type RunResult, runProject } from '../src/run-project.js';

const run = async (setting: Setting, leaks: 'fail' | 'report'): Promise<RunResult> => {
  const result = await runProject(writeProject(setting, leakingFiles(setting), { holdfast: { leaks } }));
  expect(result.report, result.stdout + result.stderr).toBeDefined();
  return result;
};

const failureNamed = ({ report }: RunResult, title: string) =>
  report?.failures.find((failure) => failure.title.at(-1) === title);

describe.each(FULL_MATRIX)('the ledger of leaks under $runner with $mode', (setting) => {
  it('fails what leaves something behind, names its line, and nothing else', async () => {
    const result = await run(setting, 'fail');
    const verdicts = result.report?.failures.map(
      ({ title, verdict }) => `${title.at(-1)}: ${verdict.category}/${verdict.cause}`,
    );
    expect(verdicts?.sort()).toEqual([
      'has a bug of its own: BUG/assertion-mismatch',
      'leaves a server beside others: TEST_DESIGN/leaked-handle',
      'leaves a server: TEST_DESIGN/leaked-handle',
      'leaves a worker thread: TEST_DESIGN/leaked-handle',
      'leaves an interval: TEST_DESIGN/leaked-handle',
      'pays in euros: TEST_DESIGN/order-dependence',
      'sets the currency: TEST_DESIGN/leaked-state',
    ]);
    const server = failureNamed(result, 'leaves a server');
    expect(server?.attempts[0]?.errors[0]?.message).toMatch(
      /server on port \d+ was not closed \(.*handles\.test\.js:7:/,
    );
  });

  it('only tells what was left where it is asked to report, and a failing test what it suffered from', async () => {
    const result = await run(setting, 'report');
    const names = result.report?.failures.map(({ title }) => title.at(-1)).sort();
    expect(names).toEqual(['has a bug of its own', 'pays in euros']);
    const left = result.report?.leftBehind?.map(({ title, kind }) => `${title.at(-1)}: ${kind}`);
    expect(left?.sort()).toEqual([
      'leaves a server beside others: server',
      'leaves a server: server',
      'leaves a worker thread: worker',
      'leaves an interval: timer',
      'sets the currency: environment',
    ]);
    expect(result.stdout + result.stderr).toContain('5 tests left 5 things behind');
    const suffering = failureNamed(result, 'pays in euros');
    expect(suffering?.verdict).toMatchObject({ cause: 'order-dependence', standing: 'supported' });
    expect(suffering?.verdict.why).toContain(
      'process.env.ORDER_CURRENCY: added by the test "sets the currency"',
    );
  });
});
