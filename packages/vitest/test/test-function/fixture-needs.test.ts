import { expect, it } from 'vitest';
import { FixtureNeeds } from '../../src/test-function/fixture-needs.js';

type Use = (value: unknown) => Promise<void>;

const needs = new FixtureNeeds().extend([
  {
    plain: 'EUR',
    client: async ({ warmUp }: { warmUp: unknown }, use: Use) => use(warmUp),
    deeper: [async ({ client }: { client: unknown }, use: Use) => use(client), { auto: true }],
    ring: async ({ ring }: { ring: unknown }, use: Use) => use(ring),
    whole: (context: object, use: Use) => use(context),
  },
]);

it('knows what a fixture needs, and what those need', () => {
  expect(['warmUp', 'client', 'deeper'].map((name) => needs.include('warmUp', [name]))).toEqual([
    true,
    true,
    true,
  ]);
  expect(['plain', 'ring', 'whole', 'unheard'].some((name) => needs.include('warmUp', [name]))).toBe(false);
});

it('takes a fixture by its name, too, and one that builds upon another of its name', () => {
  const named = needs.extend(['late', { scope: 'test' }, ({ client }: { client: unknown }) => client]);
  expect(named.include('warmUp', ['late'])).toBe(true);
  const over = needs.extend([{ client: async ({ client }: { client: unknown }, use: Use) => use(client) }]);
  expect(over.include('warmUp', ['client'])).toBe(true);
  expect(needs.include('warmUp', ['late'])).toBe(false);
});
