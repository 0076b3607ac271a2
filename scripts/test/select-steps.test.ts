import { expect, it } from 'vitest';
import { selectSteps } from '../check/select-steps.mjs';

const steps = [{ name: 'build' }, { name: 'lint' }, { name: 'pack', after: ['build'] }];
const names = (wanted?: string[]) => selectSteps(steps, wanted).map(({ name }) => name);

it('is the whole list when nothing is named', () => {
  expect(names()).toEqual(['build', 'lint', 'pack']);
});

it('adds what the named steps come after', () => {
  expect(names(['pack'])).toEqual(['build', 'pack']);
});

it('refuses an unknown name and lists the known ones', () => {
  expect(() => names(['lnt'])).toThrow('There is no step "lnt". The steps are: build, lint, pack.');
});
