import { expect, it } from 'vitest';
import { inDependencyOrder } from '../workspace/dependency-order.mjs';

const item = (name: string, dependencies: string[] = []) => ({
  name,
  directory: name,
  manifest: { dependencies: Object.fromEntries(dependencies.map((dependency) => [dependency, '1'])) },
});

it('puts every package after the ones it depends on', () => {
  const packages = [item('top', ['middle', 'outside']), item('middle', ['base']), item('base')];
  expect(inDependencyOrder(packages).map(({ name }) => name)).toEqual(['base', 'middle', 'top']);
});

it('names the ring when packages depend on each other', () => {
  expect(() => inDependencyOrder([item('one', ['two']), item('two', ['one'])])).toThrow('one -> two -> one');
});
