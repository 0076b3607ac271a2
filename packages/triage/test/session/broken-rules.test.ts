import { expect, it } from 'vitest';
import { fileOf, openSession, testOf, totalsOf } from './session.fixture.js';

it('a rule of the user that throws is one warning, and the verdicts are those without it', () => {
  const when = () => {
    throw new Error('no such member');
  };
  const rules = [{ name: 'mine', when, category: 'BUG' as const }];
  const { session, path } = openSession({ options: { rules } });
  const errors = [{ message: 'connect ECONNREFUSED 127.0.0.1:5432', code: 'ECONNREFUSED' }];
  const tests = ['one', 'two', 'three'].map((title) => testOf(title, { errors }));
  session.fileFinished(fileOf(path, { tests }));
  const { report, summary } = session.finish(totalsOf(3));
  const warning = 'Your rule “mine” threw and was left out: no such member (and for 2 more failures)';
  expect(report.gaps).toContain(warning);
  expect(summary).toContain('Your rule “mine” threw and was left out');
  expect(report.failures[0]?.verdict.cause).toBe('service-unreachable');
});
