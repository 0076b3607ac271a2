import { describe, expect, it } from 'vitest';
import { classify } from '../../../src/classify/classify.js';
import { failureOf } from '../failure-of.js';

describe('a path behind a symbolic link', () => {
  it('is the platform’s difference', () => {
    const message = `expected '/private/var/folders/x1/T/cache' to equal '/var/folders/x1/T/cache'`;
    expect(classify(failureOf({ name: 'AssertionError', message }))).toMatchObject({
      category: 'ENVIRONMENT',
      cause: 'platform-difference',
    });
  });

  it('says nothing of another folder', () => {
    const message = `expected '/private/keys/server' to equal '/var/lib/server'`;
    const verdict = classify(failureOf({ name: 'AssertionError', message }));
    expect(verdict.evidence.map(({ rule }) => rule)).not.toContain('symlinked-path');
  });
});
