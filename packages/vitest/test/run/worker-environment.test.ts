import { expect, it } from 'vitest';
import { offerVariables } from '../../src/run/worker-environment.js';

it('tells workers by their environment where to write, and leaves nothing behind', () => {
  const own = { HOLDFAST_RUN_DIR: '/outer' };
  const projects = [
    { name: '', config: {} },
    { name: 'unit', config: { env: { KEPT: '1' } } },
  ];
  const takeBack = offerVariables({ HOLDFAST_RUN_DIR: '/run' }, projects, own);
  expect(own).toEqual({ HOLDFAST_RUN_DIR: '/run' });
  expect(projects[1]?.config).toEqual({
    env: { KEPT: '1', HOLDFAST_RUN_DIR: '/run', HOLDFAST_PROJECT: 'unit' },
  });
  takeBack();
  expect(own).toEqual({ HOLDFAST_RUN_DIR: '/outer' });
  expect(projects.map(({ config }) => config)).toEqual([{ env: {} }, { env: { KEPT: '1' } }]);
});
