import { unquote } from '../assertion/unquote.js';
import type { Facts } from '../facts.js';
import type { Opinion, Rule } from '../rule.js';

const PLATFORM = /^(?:linux|darwin|win32|freebsd|x64|arm64|ia32|x86_64|amd64)$/;
/** A folder of one user, or into which a tool of one machine was put. */
const OF_A_MACHINE =
  /^(?:\/(?:home|Users)\/[^/]+|\/root|\/opt\/hostedtoolcache|\/nix\/store|\/opt\/homebrew|[A-Za-z]:[\\/]+(?:Users|hostedtoolcache)[\\/]+[^\\/]+)(?=[\\/])/;
/** Where systems keep what is not a user's: a route of a product seldom begins so. */
const OF_A_SYSTEM = /^(?:\/(?:usr|opt|var|tmp|etc|private|mnt|nix|root)\/|[A-Za-z]:[\\/])/;
const ROOT = /^(?:\/[^/]+|[A-Za-z]:)/;
const LOCAL_PORT = /\b(localhost|127\.0\.0\.1|\[::1\]):(\d{4,5})\b/;
const FIRST_EPHEMERAL_PORT = 32_768;

/** Two paths of which at least one is of a machine, and the other of another machine or of the system. */
const areOfTwoMachines = (expected: string, received: string): boolean => {
  const isOfMachine = OF_A_MACHINE.test(expected) || OF_A_MACHINE.test(received);
  if (!isOfMachine || /\s/.test(expected) || /\s/.test(received)) return false;
  if (ROOT.exec(expected)?.[0] === ROOT.exec(received)?.[0]) return false;
  return [expected, received].every((path) => OF_A_MACHINE.test(path) || OF_A_SYSTEM.test(path));
};

/** The same address of this machine but for a port, which was free at the time. */
const differInFreePort = (expected: string, received: string): boolean => {
  const port = Number(LOCAL_PORT.exec(received)?.[2]);
  if (!(port >= FIRST_EPHEMERAL_PORT) || !LOCAL_PORT.test(expected)) return false;
  return expected.replace(LOCAL_PORT, '$1:') === received.replace(LOCAL_PORT, '$1:');
};

const ofSystem = ({ observed }: Facts, expected: string, received: string): Opinion => ({
  category: 'ENVIRONMENT',
  cause: 'platform-difference',
  // A product that tells systems apart may tell them apart wrongly: that it fails on one alone says more.
  weight: observed.failsOnlyOnPlatform !== undefined || observed.failsOnlyOnCI !== undefined ? 0.8 : 0.7,
  sentence: `The test expects the system “${expected}” and got “${received}”.`,
});

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
  ],
  judge: (facts): Opinion | undefined => {
    const { assertion } = facts;
    if (assertion?.expected === undefined || assertion.received === undefined || assertion.negated)
      return undefined;
    const [expected, received] = [unquote(assertion.expected), unquote(assertion.received)];
    if (expected === received) return undefined;
    if (PLATFORM.test(expected) && PLATFORM.test(received)) return ofSystem(facts, expected, received);
    const isPath = areOfTwoMachines(expected, received);
    if (!isPath && !differInFreePort(expected, received)) return undefined;
    return {
      category: 'TEST_DESIGN',
      cause: 'unrealistic-expectation',
      weight: 0.76,
      sentence: isPath
        ? 'The test expects a path that only one machine has.'
        : 'The test expects one port of this machine, and another was free.',
    };
  },
};
