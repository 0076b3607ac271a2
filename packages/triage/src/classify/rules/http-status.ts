import { asNumber } from '../assertion/unquote.js';
import type { Opinion, Rule } from '../rule.js';
import { busyService } from './busy-service.js';

const ABOUT_ACCESS =
  /auth|token|expired|permission|forbidden|unauthori[sz]ed|login|session|security|access|role|admin|csrf|secret|revoked|signature|jwt/;

/** An HTTP status other than the expected one. */
export const httpStatus: Rule = {
  id: 'http-status',
  keywords: [
    '200',
    '201',
    '204',
    '400',
    '401',
    '403',
    '404',
    '409',
    '422',
    '429',
    '500',
    '502',
    '503',
    '504',
  ],
  judge: ({ assertion, place, text }) => {
    if (assertion === undefined) return undefined;
    const expected = asNumber(assertion.expected) ?? statusOf(text, 'expected');
    const received = asNumber(assertion.received) ?? statusOf(text, 'got');
    if (expected === undefined || received === undefined) return undefined;
    if (!isStatus(expected) || !isStatus(received)) return undefined;
    return judgeStatus(expected, received, ABOUT_ACCESS.test(place));
  },
};

const isStatus = (value: number): boolean => Number.isInteger(value) && value >= 100 && value < 600;

const statusOf = (text: string, word: 'expected' | 'got'): number | undefined => {
  const match = /expected (\d{3})[^\n]*?, got (\d{3})/i.exec(text);
  return match === null ? undefined : Number(match[word === 'expected' ? 1 : 2]);
};

const judgeStatus = (expected: number, received: number, aboutAccess: boolean): Opinion | undefined => {
  if ((expected === 401 || expected === 403) && received >= 200 && received < 300) {
    return {
      category: 'BUG',
      cause: 'security',
      weight: aboutAccess ? 0.62 : 0.45,
      sentence: `A request that must be refused with ${expected} was answered with ${received}.`,
    };
  }
  // What a test asks and compares is mostly the product itself, which has limits and bad days of its own.
  const busy = busyService(received, { asked: 0.5, absent: 0.55 });
  if (busy !== undefined) return busy;
  if (received === 500) {
    return {
      category: 'BUG',
      cause: 'other-bug',
      weight: 0.55,
      sentence: 'The product answered 500: something threw inside it.',
    };
  }
  return undefined;
};
