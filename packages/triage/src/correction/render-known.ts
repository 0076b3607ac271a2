import { percent } from '../report/phrases.js';
import { testName } from './apply-known.js';
import type { KnownList } from './known-list.js';
import type { ReviewedQuarantine } from './review-known.js';

const STATES: Readonly<Record<ReviewedQuarantine['state'], string>> = {
  open: 'in quarantine',
  expired: 'EXPIRED: the failure counts again; renew it with a reason, or mend the test',
  fixed: 'FIXED: take it out',
  'never-seen': 'no run in the history failed like this',
};

const rate = (share: number | null): string => (share === null ? 'not measured' : percent(share));

/** What `holdfast known` prints. */
export const renderKnown = (
  known: KnownList,
  reviewed: readonly ReviewedQuarantine[],
  problems: readonly string[],
): string => {
  const { corrections, tuning, quarantineCap } = known;
  const over =
    reviewed.length > quarantineCap ? ` (over the cap of ${quarantineCap})` : ` (cap ${quarantineCap})`;
  const lines = [
    `Corrections: ${corrections.length}`,
    ...corrections.flatMap(({ fingerprint, test, scope, category, cause, because, by, on }) => [
      `  ${category} ${cause}  ${test}`,
      `    ${because}`,
      `    ${by === undefined ? '' : `${by}, `}${on}, fingerprint ${fingerprint}${scope === 'test' ? ', this test alone' : ''}`,
    ]),
    '',
    `Quarantined: ${reviewed.length}${over}`,
    ...reviewed.flatMap(({ file, title, owner, because, until, fingerprint, state, quietRuns }) => [
      `  ${testName({ file, title })}`,
      `    ${STATES[state]}${quietRuns === null ? '' : `; ${quietRuns} runs since it last failed like this`}`,
      `    ${owner}, until ${until}: ${because}`,
      `    fingerprint ${fingerprint}; any other failure of this test counts`,
    ]),
    ...(tuning.length === 0
      ? []
      : [
          '',
          `Tuning decisions: ${tuning.length}`,
          ...tuning.flatMap(({ on, setting, from, to, because, passRateBefore, passRateAfter }) => [
            `  ${on}  ${setting}: ${from} to ${to}`,
            `    ${because}`,
            `    pass rate before ${rate(passRateBefore)}, after ${rate(passRateAfter)}`,
          ]),
        ]),
    ...(problems.length === 0 ? [] : ['', ...problems.map((problem) => `! ${problem}`)]),
  ];
  return `${lines.join('\n')}\n`;
};
