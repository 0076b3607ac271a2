import type { Facts } from '../facts.js';
import type { Opinion } from '../rule.js';
import { type LimitFacts, limitFacts } from './limit-facts.js';
import { SATURATED, slowMachine } from './slow-machine.js';

/** Half the reference's speed, or twice the work of others before any test ran. */
const SLOW_SPEED = 0.5;
const HIGH_LOAD = 2;
/** Below this share of its time the worker had nothing to do: a test that only waits is not slowed by work of others. */
const WORKING = 0.2;
/** A delay of its event loop shorter than this is none that a worker with work to do would have on a busy machine. */
const LEAST_LAG_MS = 50;

/** Whether the worker may have been slowed; where nothing was watched, it may. */
const hadWork = ({ machine }: Facts): boolean =>
  machine?.loopBusy === undefined
    ? (machine?.loopLagMs ?? LEAST_LAG_MS) >= LEAST_LAG_MS
    : machine.loopBusy >= WORKING;

const reasonOf = ({ monitor }: LimitFacts): string =>
  monitor?.reason === undefined ? '' : `: ${monitor.reason}`;

/** The limit was too short for what did come to its end: whether the machine made it so is the monitor's to say. */
const byNeed = (facts: Facts, told: LimitFacts): Opinion | undefined => {
  const { needed, monitor } = told;
  if (needed === undefined) return undefined;
  const said = `It came after ${needed.neededMs} ms, past the limit of ${needed.limitMs} ms`;
  if (monitor?.overloaded) {
    return slowMachine(0.84, `${said}, on a machine that others kept overloaded${reasonOf(told)}.`, true);
  }
  if ((facts.machine?.cpuBusy ?? 0) >= SATURATED && monitor === undefined) {
    return slowMachine(0.66, `${said}, while the processors were busy.`, false);
  }
  // Work that is to end within a limit and does not may have become slower: that is for the rules of assertions.
  if (facts.evidence('wait.late') === undefined) return undefined;
  return {
    category: 'CONFIGURATION',
    cause: 'timeout-budget',
    weight: 0.84,
    sentence: `${said}: the limit is too short, and nothing hangs.`,
    runtime: true,
  };
};

const byVain = (facts: Facts, told: LimitFacts): Opinion | undefined => {
  const { neverCame, brokenCondition, monitor, fitted } = told;
  if (neverCame === undefined) return undefined;
  if (brokenCondition !== undefined) {
    return {
      category: 'TEST_DESIGN',
      cause: 'other-test-design',
      weight: 0.7,
      sentence: `The condition that it waited for cannot come true as it is written: ${brokenCondition}.`,
      runtime: true,
    };
  }
  if (monitor === undefined && (facts.machine?.cpuBusy ?? 0) >= SATURATED) return undefined;
  const hadTime = monitor !== undefined || fitted !== undefined;
  const because =
    monitor === undefined
      ? (fitted ?? 'while the machine had time')
      : 'on a machine that was not overloaded, as the monitor saw';
  return {
    category: 'BUG',
    cause: 'hang',
    weight: hadTime ? 0.62 : 0.52,
    sentence: `It waited for ${neverCame}, which never came, ${because}.`,
    runtime: true,
  };
};

/** A machine that was slow or busy before any test ran, and a limit that nobody fitted to it. */
const byProfile = (facts: Facts, { wasFitted, monitor }: LimitFacts): Opinion | undefined => {
  const { profile } = facts.failure;
  if (profile === undefined || wasFitted) return undefined;
  const speed = profile.speed * Math.min(1, profile.cores);
  // What a monitor saw while the test ran counts for more than the load before.
  const wasBusy = monitor === undefined && profile.load >= HIGH_LOAD && hadWork(facts);
  if (speed > SLOW_SPEED && !wasBusy) return undefined;
  const said = `speed ${profile.speed}, load ${profile.load}${profile.cores < 1 ? `, ${profile.cores} of a core` : ''}`;
  return slowMachine(
    0.58,
    `The machine was slow or busy before any test ran (${said}), and the limit was not fitted to it.`,
    false,
  );
};

const NOTHING: LimitFacts = {
  monitor: undefined,
  needed: undefined,
  neverCame: undefined,
  brokenCondition: undefined,
  fitted: undefined,
  wasFitted: false,
};

/**
 * What a monitor, waits, budgets and the machine's profile say of a time limit that struck: the limit was too short, the
 * machine too busy, or something hangs. A busy machine alone supports nothing: a product that hangs looks the same on
 * it, so that only work that did come to its end, too late, is laid at the machine's door with support.
 * @param byWorker what the worker's own facts say, where no monitor and no late end says more
 */
export const judgeLimit = (
  facts: Facts,
  byWorker: (facts: Facts) => Opinion | undefined = () => undefined,
): Opinion | undefined => {
  const told = limitFacts(facts) ?? NOTHING;
  const certain = byNeed(facts, told);
  if (certain !== undefined) return certain;
  if (told.monitor?.overloaded) {
    return slowMachine(
      0.6,
      `Others kept the machine overloaded while the test ran${reasonOf(told)}. Something that hangs would look the same.`,
      false,
    );
  }
  return byWorker(facts) ?? byVain(facts, told) ?? byProfile(facts, told);
};
