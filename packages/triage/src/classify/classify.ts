import type { Failure } from '../failure.js';
import type { Area, UserRule } from '../options.js';
import { describeCause } from '../taxonomy/describe.js';
import type { EvidenceLine, Verdict } from '../verdict.js';
import { findArea } from './area.js';
import { combine } from './combine.js';
import { Digest } from './digest.js';
import type { Facts } from './facts.js';
import { KeywordScan } from './keyword-scan.js';
import { adjustPriority, basePriority } from './priority.js';
import type { Opinion, Rule } from './rule.js';
import { RULES } from './rules/rules.js';
import { causeOfUserRule, userRuleHolds } from './user-rule.js';

export interface ClassifyOptions {
  /** The user's own rules; the first that holds decides, before any built-in rule. @default none */
  readonly rules?: readonly UserRule[];
  /** Parts of the product with an urgency of their own. @default none */
  readonly areas?: readonly Area[];
}

/** No evidence is beyond doubt: keeps the weighing finite. */
const MOST_WEIGHT = 0.99;

let scan: KeywordScan | undefined;
/** Made for the first failure: a green run does without. */
const keywordScan = (): KeywordScan => {
  scan ??= new KeywordScan(RULES.map(({ keywords }) => keywords ?? []));
  return scan;
};
/** By the names of the rules that have advice of their own. */
const OWN_ADVICE: ReadonlyMap<string, readonly string[]> = new Map(
  RULES.flatMap(({ id, advice }) => (advice === undefined ? [] : [[id, advice] as const])),
);
/** Rules that no word is needed for, by what else a failure has. */
const askedWith = (...given: readonly Rule['needs'][]): readonly number[] =>
  RULES.flatMap(({ keywords, needs }, index) =>
    keywords === undefined && (needs === undefined || given.includes(needs)) ? [index] : [],
  );
const ASKED = {
  plain: askedWith(),
  evidence: askedWith('evidence'),
  observed: askedWith('observed'),
  both: askedWith('evidence', 'observed'),
};

const alwaysAsked = ({ evidence, observed, flaky, attempts }: Failure): readonly number[] => {
  const isObserved = observed !== undefined || flaky || attempts.length > 1;
  if (evidence === undefined) return isObserved ? ASKED.observed : ASKED.plain;
  return isObserved ? ASKED.both : ASKED.evidence;
};

/** The evidence, strongest first, and which of it run-time facts gave. */
interface Gathered {
  readonly lines: EvidenceLine[];
  measured?: Set<EvidenceLine>;
}

const add = (rule: string, opinion: Opinion, gathered: Gathered): void => {
  const { category, cause, sentence, runtime } = opinion;
  const weight = Math.min(MOST_WEIGHT, Math.max(0, opinion.weight));
  const line = { rule, category, cause, weight, sentence };
  const { lines } = gathered;
  let place = lines.length;
  while (place > 0 && (lines[place - 1] as EvidenceLine).weight < weight) place -= 1;
  if (place === lines.length) lines.push(line);
  else lines.splice(place, 0, line);
  if (runtime !== true) return;
  gathered.measured ??= new Set();
  gathered.measured.add(line);
};

const ask = (index: number, facts: Facts, gathered: Gathered): void => {
  const rule = RULES[index];
  const answer = rule?.judge(facts);
  if (rule === undefined || answer === undefined) return;
  if (Array.isArray(answer))
    for (const opinion of answer as readonly Opinion[]) add(rule.id, opinion, gathered);
  else add(rule.id, answer as Opinion, gathered);
};

const gather = (facts: Facts): Gathered => {
  const gathered: Gathered = { lines: [] };
  const asked = keywordScan().scan(facts.text, alwaysAsked(facts.failure));
  // By number: what ends an iteration early is no small part of so short a function.
  for (let index = 0; index < asked.length; index += 1) ask(asked[index] as number, facts, gathered);
  return gathered;
};

const priorityOf = (
  failure: Failure,
  category: Verdict['category'],
  cause: Verdict['cause'],
  areas?: readonly Area[],
) => {
  const areaPriority =
    areas === undefined || areas.length === 0 ? undefined : findArea(failure, areas)?.priority;
  if (areaPriority !== undefined)
    return adjustPriority(cause, { category, flaky: failure.flaky, areaPriority });
  return failure.flaky ? adjustPriority(cause, { category, flaky: true }) : basePriority(cause);
};

const whyOf = (category: Verdict['category'], strongest: EvidenceLine | undefined): string | undefined =>
  strongest !== undefined && category === 'UNKNOWN'
    ? `Not enough to say: ${strongest.sentence}`
    : strongest?.sentence;

const judgeByEvidence = (facts: Facts, broken: readonly EvidenceLine[], areas?: readonly Area[]): Verdict => {
  const { lines, measured } = gather(facts);
  const { category, cause, confidence, standing, strongest } = combine(lines, measured);
  const description = describeCause(cause);
  const own = category === 'UNKNOWN' || strongest === undefined ? undefined : OWN_ADVICE.get(strongest.rule);
  return {
    category,
    cause,
    priority: priorityOf(facts.failure, category, cause, areas),
    standing,
    confidence,
    why: whyOf(category, strongest) ?? description.meaning,
    evidence: broken.length === 0 ? lines : [...lines, ...broken],
    advice: own ?? description.advice,
  };
};

const judgeByUser = (
  facts: Facts,
  rule: UserRule,
  broken: readonly EvidenceLine[],
  areas?: readonly Area[],
): Verdict => {
  const cause = causeOfUserRule(rule);
  const { category, advice } = rule;
  const why = rule.why ?? rule.name;
  return {
    category,
    cause,
    priority: rule.priority ?? priorityOf(facts.failure, category, cause, areas),
    standing: 'supported',
    confidence: 1,
    why,
    evidence: [
      {
        rule: `user/${rule.name}`,
        category,
        cause,
        weight: 1,
        sentence: `Your rule “${rule.name}” holds: ${why}`,
      },
      ...broken,
    ],
    advice:
      advice === undefined ? describeCause(cause).advice : typeof advice === 'string' ? [advice] : advice,
  };
};

const brokenRule = (rule: UserRule, thrown: unknown): EvidenceLine => ({
  rule: `user/${rule.name}`,
  category: 'UNKNOWN',
  cause: 'unknown',
  weight: 0,
  sentence: `Your rule “${rule.name}” threw and was left out: ${printThrown(thrown)}`,
});

const printThrown = (thrown: unknown): string => {
  try {
    return String((thrown as { message?: unknown } | null | undefined)?.message ?? thrown);
  } catch {
    return 'a value that cannot be printed';
  }
};

/** `classify`, for who reads the failure for other ends too. */
export const classifyDigest = (facts: Digest, options: ClassifyOptions): Verdict => {
  const broken: EvidenceLine[] = [];
  for (const rule of options.rules ?? []) {
    try {
      if (userRuleHolds(rule, facts)) return judgeByUser(facts, rule, broken, options.areas);
    } catch (thrown) {
      broken.push(brokenRule(rule, thrown));
    }
  }
  return judgeByEvidence(facts, broken, options.areas);
};

/**
 * What a failure means: category, cause, standing, the evidence that led there, and what to do next.
 * Pure and synchronous: the same failure and options give the same verdict. Never throws; a user's rule
 * that throws is left out and named in the evidence. A user's rule that holds decides with confidence 1
 * and standing `supported`: a person vouches for it, but no experiment has shown it.
 */
export const classify = (failure: Failure, options: ClassifyOptions = {}): Verdict =>
  classifyDigest(new Digest(failure), options);
