import { describe, expect, it } from 'vitest';
import { projectFiles } from '../../src/ingest/project-files.js';

const shortened = (files: readonly string[], known: readonly string[] = []) =>
  files.map(projectFiles(files, '/home/me/shop', (file) => known.includes(file)));

describe('test files of a log', () => {
  it('below the project are named from its root', () => {
    expect(shortened(['/home/me/shop/tests/a.test.ts', 'tests/b.test.ts', './c.test.ts'])).toEqual([
      'tests/a.test.ts',
      'tests/b.test.ts',
      'c.test.ts',
    ]);
  });

  it('of another checkout are found by what lies here', () => {
    const files = ['/ci/checkout/shop/tests/a.test.ts', '/ci/checkout/shop/tests/deep/b.test.ts'];
    expect(shortened(files, ['tests/a.test.ts'])).toEqual(['tests/a.test.ts', 'tests/deep/b.test.ts']);
  });

  it('of a checkout that is not here lose what they share, but for a folder of tests', () => {
    expect(shortened(['/ci/build/tests/auth/a.test.ts', '/ci/build/tests/cart/b.test.ts'])).toEqual([
      'tests/auth/a.test.ts',
      'tests/cart/b.test.ts',
    ]);
  });

  it('of Windows get forward slashes', () => {
    expect(shortened(['C:\\ci\\shop\\tests\\a.test.ts', 'C:\\ci\\shop\\src\\b.test.ts'])).toEqual([
      'tests/a.test.ts',
      'src/b.test.ts',
    ]);
  });

  it('that share nothing stay as they are', () => {
    expect(shortened(['/a/x.test.ts', '/b/y.test.ts'])).toEqual(['/a/x.test.ts', '/b/y.test.ts']);
  });
});
