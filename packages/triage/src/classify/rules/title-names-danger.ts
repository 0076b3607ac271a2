import type { Facts } from '../facts.js';
import type { Opinion, Rule } from '../rule.js';

const ACCESS =
  /(?:reject|refus|den(?:y|ies)|block|forbid|prevent|not (?:allow|accept|leak|expose))\w*\b.{0,60}(?:token|session|password|signature|unauthori|permission|admin|tenant|secret|origin|credential|escal)|(?:expired|forged|revoked|stolen|tampered|foreign)\b.{0,30}(?:token|session|key|signature|cookie|jwt)|injection|traversal|\bxss\b|csrf|\bssrf\b|sanitiz|sanitis|unauthori[sz]ed/;
const DATA =
  /lost update|lose[sd]?\b.{0,30}(?:data|rows?|writes?|messages?|updates?)|clobber|corrupt|truncat|lossless|round-?trip|data loss|double.?(?:spend|charge|book)|partial write|checksum/;

/** The title says what is at stake, and the assertion about it does not hold. */
export const titleNamesDanger: Rule = {
  id: 'title-names-danger',
  keywords: ['expected', 'received', 'assert', 'rejected', 'throw'],
  judge: (facts) => {
    const { assertion, place } = facts;
    if (assertion === undefined || assertion.kind === 'order' || place.length < 4) return undefined;
    return judgePlace(facts);
  },
};

const judgePlace = ({ place, assertion }: Facts): Opinion | undefined => {
  if (ACCESS.test(place) && assertion?.kind !== 'calls') {
    return bug(
      'security',
      0.42,
      'The test is about something that must be refused, and its assertion does not hold.',
    );
  }
  if (DATA.test(place)) {
    return bug(
      'data-corruption',
      0.36,
      'The test is about data that must not be lost or changed, and its assertion does not hold.',
    );
  }
  return undefined;
};

const bug = (cause: Opinion['cause'], weight: number, sentence: string): Opinion => ({
  category: 'BUG',
  cause,
  weight,
  sentence,
});
