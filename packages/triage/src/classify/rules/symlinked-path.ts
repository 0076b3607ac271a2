import { unquote } from '../assertion/unquote.js';
import type { Rule } from '../rule.js';

/** macOS keeps /tmp, /var and /etc behind links into /private, and only some calls follow them. */
const isBehindLink = (short: string, long: string): boolean =>
  short.startsWith('/') &&
  long.startsWith('/private/') &&
  long.slice('/private'.length).slice(0, 8) === short.slice(0, 8);

/** Expected and received are one path, once with and once without its symbolic links followed. */
export const symlinkedPath: Rule = {
  id: 'symlinked-path',
  keywords: ['/private/'],
  judge: ({ assertion }) => {
    if (assertion?.expected === undefined || assertion.received === undefined) return undefined;
    const [expected, received] = [unquote(assertion.expected), unquote(assertion.received)];
    if (!isBehindLink(expected, received) && !isBehindLink(received, expected)) return undefined;
    return {
      category: 'ENVIRONMENT',
      cause: 'platform-difference',
      weight: 0.9,
      sentence:
        'Expected and received are one path, with and without the symbolic link that macOS puts before it.',
    };
  },
};
