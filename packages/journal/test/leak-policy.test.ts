import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AllowedLeak, LEAK_KINDS, leakPolicyText, readLeakPolicy } from '../src/leak-policy.js';

const allowed: fc.Arbitrary<AllowedLeak> = fc.record({
  kind: fc.option(fc.constantFrom(...LEAK_KINDS), { nil: undefined }),
  what: fc.option(fc.oneof(fc.string(), fc.constantFrom(/^server/i, /port \d+/)), { nil: undefined }),
  because: fc.string(),
});

describe('the policy on leaks', () => {
  it('is the same after the way through an environment variable', () => {
    fc.assert(
      fc.property(fc.constantFrom('report', 'fail'), fc.array(allowed), (mode, allow) => {
        expect(readLeakPolicy(leakPolicyText({ mode, allow }))).toEqual({ mode, allow });
      }),
    );
  });

  it('may be just its mode', () => {
    expect(readLeakPolicy('fail')).toEqual({ mode: 'fail', allow: [] });
  });

  it.each([undefined, '', 'off', '{', '{"mode":"loud","allow":[]}', '{"mode":"fail"}', 'null'])(
    'is none where the variable holds %j',
    (text) => {
      expect(readLeakPolicy(text)).toBeUndefined();
    },
  );
});
