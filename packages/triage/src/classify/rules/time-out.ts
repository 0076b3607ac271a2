import type { Facts } from '../facts.js';
import type { Opinion, Rule } from '../rule.js';

/** How Jest, Vitest, Mocha, Playwright and node:test say that their limit struck. */
export const RUNNER_TIME_OUT =
  /(?:test|hook|suite) timed out (?:in|after)|exceeded timeout of|timeout of \d+ ?ms exceeded|Async callback was not invoked|test timeout of \d|timed out after \d+ ?ms/i;

const BUSY = 0.9;
const LAG_MS = 500;
const IDLE = 0.5;
const GENEROUS_LIMIT_MS = 30_000;

/** The runner's time limit struck. */
export const timeOut: Rule = {
  id: 'time-out',
  keywords: ['timed out', 'timeout', 'time out'],
  judge: (facts) => (RUNNER_TIME_OUT.test(facts.text) ? judgeTimeOut(facts) : undefined),
};

const judgeTimeOut = (facts: Facts): Opinion | readonly Opinion[] => {
  const { observed, machine, limitMs, phase } = facts;
  if (machine !== undefined) {
    const measured = judgeByMachine(facts);
    if (measured !== undefined) return measured;
  }
  if (observed.failsOnlyInFullRun === true || observed.failsOnlyOnCI === true) {
    const where = observed.failsOnlyInFullRun === true ? 'together with the other tests' : 'on CI';
    return slow(
      0.68,
      `It passes its time limit only ${where}: the limit does not fit a loaded machine.`,
      true,
    );
  }
  if (observed.passesOnRerun === true) return slow(0.5, 'Another attempt stayed within the limit.', true);
  if (/waiting for|locator|selector|page\./.test(facts.text)) {
    return {
      category: 'TEST_DESIGN',
      cause: 'race-in-test',
      weight: 0.45,
      sentence: 'It waited for something on the page that never came.',
    };
  }
  if (phase !== 'test')
    return budget(0.66, 'A hook did not finish its set-up or tear-down within its limit.');
  if (limitMs !== undefined && limitMs <= 5000)
    return budget(0.56, `The limit of ${limitMs} ms was passed; nothing says that the work takes less.`);
  return budget(0.4, 'The time limit struck.');
};

const judgeByMachine = ({ machine, limitMs }: Facts): Opinion | undefined => {
  const busy = machine?.cpuBusy;
  const lag = machine?.loopLagMs;
  if ((busy !== undefined && busy >= BUSY) || (lag !== undefined && lag >= LAG_MS)) {
    const measured =
      busy !== undefined && busy >= BUSY
        ? `processors ${Math.round(busy * 100)} % busy`
        : `event loop late by ${Math.round(lag ?? 0)} ms`;
    return slow(0.8, `The machine was overloaded when the limit struck: ${measured}.`, true);
  }
  const idle = busy !== undefined && busy <= IDLE && (machine?.loopBusy ?? 0) <= IDLE;
  if (idle && limitMs !== undefined && limitMs >= GENEROUS_LIMIT_MS) {
    return {
      category: 'BUG',
      cause: 'hang',
      weight: 0.6,
      sentence: `Nothing happened for ${limitMs} ms on an idle machine: it waits for something that does not come.`,
      runtime: true,
    };
  }
  return undefined;
};

const slow = (weight: number, sentence: string, runtime: boolean): Opinion => ({
  category: 'ENVIRONMENT',
  cause: 'slow-machine',
  weight,
  sentence,
  runtime,
});

const budget = (weight: number, sentence: string): Opinion => ({
  category: 'CONFIGURATION',
  cause: 'timeout-budget',
  weight,
  sentence,
});
