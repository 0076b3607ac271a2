import { describe, expect, it } from 'vitest';
import { importKind, packageName } from '../build/externals.mjs';

const manifest = {
  dependencies: { '@scope/kept': '1' },
  peerDependencies: { runner: '1' },
  devDependencies: { merged: '1' },
};

describe('importKind', () => {
  it.each([
    ['node:fs', 'external'],
    ['fs/promises', 'external'],
    ['@scope/kept', 'external'],
    ['@scope/kept/other', 'external'],
    ['runner/config', 'external'],
    ['merged', 'inline'],
    ['merged/deep', 'inline'],
    ['stranger', 'undeclared'],
    ['./near.js', 'relative'],
    ['/absolute/file.ts', 'relative'],
    ['C:\\absolute\\file.ts', 'relative'],
  ])('%s is %s', (specifier, kind) => {
    expect(importKind(specifier, manifest)).toBe(kind);
  });
});

describe('packageName', () => {
  it('keeps the scope and drops the path', () => {
    expect(packageName('@scope/name/a/b')).toBe('@scope/name');
    expect(packageName('name/a')).toBe('name');
  });
});
