import type { Evidence } from '../../failure.js';
import type { Facts } from '../facts.js';
import type { Opinion, Rule } from '../rule.js';

const PREFIX = 'leak.';
const STATE =
  /^(?:cwd|environment|fake-timers|global|listener|mock|module|prototype|row|table|temporary-file|timezone|working-directory)/;

const textOf = (data: Evidence['data'], key: string): string | undefined => {
  const value = data[key];
  return typeof value === 'string' ? value : undefined;
};

/** Last part of the thing's name: the variable's, the member's, the file's, a port's number. */
const shortName = (what: string): string | undefined => /([\w$-]+)\W*$/.exec(what)?.[1];

const isNamedIn = ({ text }: Facts, what: string): boolean => {
  const name = shortName(what);
  return (
    name !== undefined &&
    name.length > 1 &&
    new RegExp(`(?<![\\w$])${name.replace(/\$/g, '\\$')}(?![\\w$])`).test(text)
  );
};

/** A leak that the ledger charged to an earlier test. It is to blame only where the error names the thing. */
const judgeCharged = (facts: Facts, kind: string, data: Evidence['data'], leftBy: string): Opinion[] => {
  const what = textOf(data, 'what') ?? kind;
  if (!isNamedIn(facts, what)) return [];
  const how = textOf(data, 'change') ?? 'left open';
  return [
    {
      category: 'TEST_DESIGN',
      cause: STATE.test(kind) ? 'order-dependence' : 'leaked-handle',
      weight: 0.75,
      sentence: `${what}: ${how} by the test "${leftBy}" and still so when this one failed.`,
      runtime: true,
    },
  ];
};

/** A leak that a test recorded in its own words. */
const judgeRecorded = (kind: string, { assertion }: Facts): Opinion => {
  const isState = STATE.test(kind);
  return {
    category: 'TEST_DESIGN',
    cause: isState ? 'leaked-state' : 'leaked-handle',
    weight: 0.75,
    sentence: `Left behind and still there when it failed: ${kind}.`,
    // A handle left open makes no compared value wrong.
    runtime: isState || assertion === undefined,
  };
};

/** Something that an earlier test left behind was seen near the failure: evidence named `leak.` and what leaked. */
export const leakEvidence: Rule = {
  id: 'leak-evidence',
  needs: 'evidence',
  judge: (facts) => {
    const opinions = (facts.failure.evidence ?? []).flatMap(({ name, data }) => {
      if (!name.startsWith(PREFIX)) return [];
      const kind = name.slice(PREFIX.length);
      const leftBy = textOf(data, 'leftBy');
      return leftBy === undefined ? judgeRecorded(kind, facts) : judgeCharged(facts, kind, data, leftBy);
    });
    // One speaks for all: ten leaks are no ten reasons.
    return opinions[0];
  },
};
