import type { Facts } from '../facts.js';
import { judgeLimit } from '../limits/judge-limit.js';
import { limitFacts } from '../limits/limit-facts.js';
import { RUNNER_TIME_OUT } from '../limits/runner-time-out.js';
import { SATURATED, slowMachine } from '../limits/slow-machine.js';
import type { Opinion, Rule } from '../rule.js';

const COMPUTING = 0.5;
const IDLE = 0.5;
/** A delay of the event loop that can explain a time-out: a good part of the limit, and not a mere pause of the collector. */
const LAG_SHARE = 0.15;
const LEAST_LAG_MS = 100;
const LAG_WITHOUT_LIMIT_MS = 500;
/** From this share of the limit on, a delay that the worker did not cause itself is what used the limit up. */
const STARVED_SHARE = 0.5;
const GENEROUS_LIMIT_MS = 30_000;
const DEFAULT_LIMIT_MS = 5_000;

/** Well before the runner's limit, another one struck: a client's, or the product's own. */
const EARLY_SHARE = 0.8;

/** The runner's time limit struck. */
export const timeOut: Rule = {
  id: 'time-out',
  keywords: ['timed out', 'timeout', 'callback was not invoked', 'function did not complete within'],
  judge: (facts) => {
    // A client's own limit reads like Mocha's.
    if (!RUNNER_TIME_OUT.test(facts.text) || facts.name === 'AxiosError') return undefined;
    if (isEarly(facts)) return budget(0.42, 'A time limit inside the test struck, not that of the test.');
    return judgeLimit(facts, byMachine) ?? byHistory(facts) ?? byLimit(facts);
  },
};

const isEarly = ({ durationMs, limitMs }: Facts): boolean =>
  durationMs !== undefined && limitMs !== undefined && durationMs < EARLY_SHARE * limitMs;

/**
 * A test run keeps all processors busy by itself, so busy processors alone excuse nothing: a test that only waits is
 * not slowed by them, and what it waits for may never come. The machine may be to blame where the worker itself came
 * too late to its work, or had work to do and had to share the processor. A product that spins looks like work, and one
 * short delay beside a product that hangs explains nothing, so only a delay of most of the limit supports the verdict.
 */
const byMachine = (facts: Facts): Opinion | undefined => {
  const { machine, limitMs } = facts;
  const { cpuBusy: busy, loopLagMs: lag = 0, loopBusy } = machine ?? {};
  const lateFrom = limitMs === undefined ? LAG_WITHOUT_LIMIT_MS : Math.max(LEAST_LAG_MS, LAG_SHARE * limitMs);
  const isLate = lag >= lateFrom && lag > ownWorkMs(facts);
  const isComputing = loopBusy !== undefined && loopBusy >= COMPUTING;
  const isStarved =
    isLate && loopBusy !== undefined && limitMs !== undefined && lag >= STARVED_SHARE * limitMs;
  // A monitor that watched all the time knows better than one look at the end.
  if (facts.evidence('resources')?.overloaded === false && !isStarved) return undefined;
  if (busy !== undefined && busy >= SATURATED && (isLate || isComputing)) {
    const why = isComputing ? 'the test had work to do' : `its worker stood still for ${Math.round(lag)} ms`;
    return slowMachine(
      0.8,
      `The machine was overloaded when the limit struck: processors ${Math.round(busy * 100)} % busy, and ${why}.`,
      isStarved,
    );
  }
  if (isLate && !isComputing) {
    return slowMachine(
      0.66,
      `The worker stood still for ${Math.round(lag)} ms before the limit struck, without work of its own.`,
      isStarved,
    );
  }
  const isIdle = busy !== undefined && busy <= IDLE && (loopBusy ?? 0) <= IDLE;
  if (!isIdle || limitMs === undefined || limitMs < GENEROUS_LIMIT_MS) return undefined;
  return {
    category: 'BUG',
    cause: 'hang',
    weight: 0.6,
    sentence: `Nothing happened for ${limitMs} ms on an idle machine: it waits for something that does not come.`,
    runtime: true,
  };
};

/** How long the worker had work while the test ran: a delay that is not longer may be the test's own doing. */
const ownWorkMs = ({ machine, durationMs, limitMs }: Facts): number =>
  (machine?.loopBusy ?? 0) * (durationMs ?? limitMs ?? 0);

/** What reruns say. A product that waits for ever on what other tests, or this machine, left it looks the same. */
const byHistory = ({ observed }: Facts): Opinion | undefined => {
  if (observed.failsOnlyInFullRun === true) {
    return slowMachine(
      0.7,
      'It keeps its time limit when it is run alone: the limit does not fit a loaded machine.',
      false,
    );
  }
  if (observed.failsOnlyOnCI === true) {
    return slowMachine(
      0.64,
      'It keeps its time limit elsewhere and passes it on CI: the limit does not fit a slower machine.',
      false,
    );
  }
  return observed.passesOnRerun === true
    ? slowMachine(0.56, 'Another attempt stayed within the limit.', false)
    : undefined;
};

const byLimit = (facts: Facts): Opinion => {
  const { text, phase, limitMs, place } = facts;
  if (/waiting for|locator|selector|\bpage\.|expect\.poll|waitFor/.test(text)) {
    return {
      category: 'TEST_DESIGN',
      cause: 'race-in-test',
      weight: 0.46,
      sentence: 'It waited for something that never came.',
    };
  }
  if (/\bhang|deadlock|never (?:resolves|settles|returns)|infinite loop|stuck/.test(place)) {
    return {
      category: 'BUG',
      cause: 'hang',
      weight: 0.55,
      sentence: 'The test is about not hanging, and its limit struck.',
    };
  }
  const inHook =
    phase !== 'test' || /hook timed out|for a hook|"(?:before|after) (?:all|each)" hook/i.test(text);
  if (inHook) return budget(0.66, 'A hook did not finish its set-up or tear-down within its limit.');
  const fitted = limitFacts(facts)?.fitted;
  if (fitted !== undefined)
    return budget(0.56, `Even a limit that was fitted to the machine was passed: ${fitted}.`);
  if (limitMs !== undefined && limitMs <= DEFAULT_LIMIT_MS) {
    return budget(0.56, `The limit of ${limitMs} ms was passed, and nothing says that the work needs less.`);
  }
  return budget(0.42, 'The time limit struck.');
};

const budget = (weight: number, sentence: string): Opinion => ({
  category: 'CONFIGURATION',
  cause: 'timeout-budget',
  weight,
  sentence,
});
