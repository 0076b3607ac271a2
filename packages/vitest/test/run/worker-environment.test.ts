import { expect, it } from 'vitest';
import { offerRunDirectory } from '../../src/run/worker-environment.js';

it('tells workers by their environment where to write, and leaves nothing behind', () => {
  const own = { HOLDFAST_RUN_DIR: '/outer' };
  const projects = [
    { name: '', config: {} },
    { name: 'unit', config: { env: { KEPT: '1' } } },
  ];
  const takeBack = offerRunDirectory('/run', projects, own);
  expect(own).toEqual({ HOLDFAST_RUN_DIR: '/run' });
  expect(projects[1]?.config).toEqual({
    env: { KEPT: '1', HOLDFAST_RUN_DIR: '/run', HOLDFAST_PROJECT: 'unit' },
  });
  takeBack();
  expect(own).toEqual({ HOLDFAST_RUN_DIR: '/outer' });
  expect(projects.map(({ config }) => config)).toEqual([{ env: {} }, { env: { KEPT: '1' } }]);
});

it('leaves alone what a later run has put there', () => {
  const own: Record<string, string> = {};
  const first = offerRunDirectory('/first', [], own);
  offerRunDirectory('/second', [], own);
  first();
  expect(own).toEqual({ HOLDFAST_RUN_DIR: '/second' });
});
