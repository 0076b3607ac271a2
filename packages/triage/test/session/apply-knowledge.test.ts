import { expect, it } from 'vitest';
import { EMPTY_KNOWN_LIST } from '../../src/correction/known-list.js';
import { applyKnowledge } from '../../src/session/apply-knowledge.js';
import { failureOf, judgedOf } from '../failure.fixture.js';

const history = {
  runs: 3,
  failed: 3,
  passedOnRetry: 0,
  sameFailure: 0,
  firstSeen: null,
  lastSeen: null,
  knownFlaky: false,
};

it('earlier runs of a test say nothing of an error that nobody caught while it ran', () => {
  const title = ['an invoice is printed'];
  const judged = (['test', 'unhandled'] as const).map((kind) => ({
    ...judgedOf(failureOf('boom', { kind, title })),
    notes: {},
  }));
  const knowledge = {
    known: EMPTY_KNOWN_LIST,
    today: '2026-11-21',
    histories: () => [history, history],
  };
  const applied = applyKnowledge(judged, knowledge, (_sentence, action) => action());
  expect(applied.map(({ notes }) => notes)).toEqual([{ history }, {}]);
});
