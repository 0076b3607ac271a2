import { describe, expect, it } from 'vitest';
import { nearestName } from '../src/nearest-name.js';

const known = ['outputDir', 'formats', 'environment', 'areas'];

describe('nearestName', () => {
  it.each([
    ['outputdir', 'outputDir'],
    ['ouputDir', 'outputDir'],
    ['otuputDir', 'outputDir'],
    ['format', 'formats'],
    ['enviroment', 'environment'],
  ])('takes %s for %s', (name, meant) => {
    expect(nearestName(name, known)).toBe(meant);
  });

  it('suggests nothing where nothing is near', () => {
    expect(nearestName('colour', known)).toBeUndefined();
    expect(nearestName('', ['environment'])).toBeUndefined();
  });
});
