import { unquote } from '../assertion/unquote.js';
import type { Facts } from '../facts.js';
import type { Opinion, Rule } from '../rule.js';

const PLATFORM = /^(?:linux|darwin|win32|freebsd|x64|arm64|ia32|x86_64|amd64)$/;
/** A folder of one user, of one runner, or into which a tool of this machine was put. */
const OF_A_MACHINE =
  /^(?:\/(?:home|Users)\/[^/]+|\/root|\/opt\/hostedtoolcache|\/nix\/store|\/opt\/homebrew|\/builds?|\/workspaces?|[A-Za-z]:[\\/]+(?:Users|a|hostedtoolcache)[\\/]+[^\\/]+)(?=[\\/]|$)/;
const LOCAL_PORT = /\b(localhost|127\.0\.0\.1|\[::1\]):\d{4,5}\b/g;

const isAbsolute = (path: string): boolean => /^(?:\/[\w.@-]+|[A-Za-z]:[\\/])[^\s"']*$/.test(path);

/** Two absolute paths of which one begins with a folder that the other’s machine does not have. */
const areOfTwoMachines = (expected: string, received: string): boolean => {
  if (!isAbsolute(expected) || !isAbsolute(received)) return false;
  const [left, right] = [OF_A_MACHINE.exec(expected)?.[0], OF_A_MACHINE.exec(received)?.[0]];
  return left !== right && (left !== undefined || right !== undefined);
};

const differInLocalPort = (expected: string, received: string): boolean => {
  const [left, right] = [expected.replace(LOCAL_PORT, '$1:0'), received.replace(LOCAL_PORT, '$1:0')];
  return left === right && left !== expected && right !== received;
};

/** The expectation holds a value of one machine: its system, a folder of its user, a port that was free there. */
export const machineValue: Rule = {
  id: 'machine-value',
  keywords: [
    'linux',
    'darwin',
    'win32',
    'freebsd',
    'arm64',
    'ia32',
    'x86_64',
    'amd64',
    'localhost:',
    '127.0.0.1:',
    '[::1]:',
    '/home/',
    '/users/',
    '\\users\\',
    '/root/',
    'hostedtoolcache',
    '/nix/store',
    '/opt/homebrew',
    '/builds/',
    '/workspace',
    'd:\\a\\',
  ],
  judge: ({ assertion }: Facts): Opinion | undefined => {
    if (assertion?.expected === undefined || assertion.received === undefined || assertion.negated)
      return undefined;
    const [expected, received] = [unquote(assertion.expected), unquote(assertion.received)];
    if (expected === received) return undefined;
    if (PLATFORM.test(expected) && PLATFORM.test(received)) {
      return {
        category: 'ENVIRONMENT',
        cause: 'platform-difference',
        weight: 0.78,
        sentence: `The test expects the system “${expected}” and ran on “${received}”.`,
      };
    }
    const isPath = areOfTwoMachines(expected, received);
    if (!isPath && !differInLocalPort(expected, received)) return undefined;
    return {
      category: 'TEST_DESIGN',
      cause: 'unrealistic-expectation',
      weight: 0.76,
      sentence: isPath
        ? 'The test expects a path that only one machine has.'
        : 'The test expects one port of this machine, and another was in use.',
    };
  },
};
