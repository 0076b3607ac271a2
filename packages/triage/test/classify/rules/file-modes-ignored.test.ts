import { describe, expect, it } from 'vitest';
import { classify } from '../../../src/classify/classify.js';
import { failureOf } from '../failure-of.js';

const judge = (title: string, message: string) => {
  const { category, cause } = classify(failureOf({ title, message, name: 'AssertionError' }));
  return `${category}/${cause}`;
};

describe('a test of the rights to a file in which nothing is refused', () => {
  it.each([
    ['store > throws where the folder is not writable', 'expected [Function] to throw an error'],
    [
      'store > rejects an unreadable file',
      'expect(received).rejects.toThrow()\n\nReceived promise resolved instead of rejected',
    ],
    ['chmod 000 is told apart', "expected undefined to equal 'EACCES'"],
  ])('runs as the super-user: %s', (title, message) => {
    expect(judge(title, message)).toBe('ENVIRONMENT/permission');
  });

  it('is about the product where it is about its users', () => {
    expect(
      judge('throws where the user has no permission', 'expected [Function] to throw an error'),
    ).not.toBe('ENVIRONMENT/permission');
  });
});
