import { describe, expect, it } from 'vitest';
import { fileOf, openSession, totalsOf } from './session.fixture.js';

const green = { ...totalsOf(0), failed: false };

describe('skips of a session', () => {
  it('are counted by reason, those of the journal and those that the runner tells', () => {
    const { session, path, record } = openSession();
    const recorder = record();
    for (const [title, reason] of [
      ['one', 'no docker'],
      ['two', 'no network'],
      ['three', 'no docker'],
    ] as const) {
      const ref = recorder.testStarted({ title: [title], attempt: 1 });
      recorder.evidence(ref, 'test.skipped', { reason });
      recorder.testEnded(ref, 'skipped');
    }
    recorder.evidence(undefined, 'test.skipped', { reason: 'of a test that runs beside others' });
    recorder.fileEnded();
    session.fileFinished(fileOf(path, { skips: ['no network', 'no network'] }));
    expect(session.finish(green).report.skips).toEqual([
      { reason: 'no network', tests: 3 },
      { reason: 'no docker', tests: 2 },
      { reason: 'of a test that runs beside others', tests: 1 },
    ]);
  });

  it('count a test once that says it in every attempt', () => {
    const { session, path, record } = openSession();
    const recorder = record();
    for (const attempt of [1, 2]) {
      const ref = recorder.testStarted({ title: ['one'], attempt });
      recorder.evidence(ref, 'test.skipped', { reason: `attempt ${attempt}` });
      recorder.testEnded(ref, 'skipped');
    }
    recorder.fileEnded();
    session.fileFinished(fileOf(path));
    expect(session.finish(green).report.skips).toEqual([{ reason: 'attempt 2', tests: 1 }]);
  });

  it('hide a secret in a reason', () => {
    const secret = 'hunter2-hunter2-hunter2';
    const { session, path } = openSession({ environment: { SHOP_PASSWORD: secret } });
    session.fileFinished(fileOf(path, { skips: [`${secret} is refused`] }));
    const { report } = session.finish(green);
    expect(report.skips).toHaveLength(1);
    expect(JSON.stringify(report)).not.toContain(secret);
  });

  it('are no member of a report without any', () => {
    const { session, path } = openSession();
    session.fileFinished(fileOf(path));
    expect('skips' in session.finish(green).report).toBe(false);
  });
});
