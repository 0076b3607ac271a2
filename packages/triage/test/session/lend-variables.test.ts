import { expect, it } from 'vitest';
import { lendVariables } from '../../src/session/lend-variables.js';

it('sets variables, and puts back what was there', () => {
  const environment: Record<string, string> = { KEPT: '1', OUTER: 'outer' };
  const takeBack = lendVariables(environment, { OUTER: 'inner', NEW: '2' });
  expect(environment).toEqual({ KEPT: '1', OUTER: 'inner', NEW: '2' });
  takeBack();
  expect(environment).toEqual({ KEPT: '1', OUTER: 'outer' });
});

it('leaves alone what a later run has put there', () => {
  const environment: Record<string, string> = {};
  const first = lendVariables(environment, { HOLDFAST_RUN_DIR: '/first' });
  lendVariables(environment, { HOLDFAST_RUN_DIR: '/second' });
  first();
  expect(environment).toEqual({ HOLDFAST_RUN_DIR: '/second' });
});
