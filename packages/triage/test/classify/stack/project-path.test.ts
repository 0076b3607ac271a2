import { expect, it } from 'vitest';
import { projectPath } from '../../../src/classify/stack/project-path.js';

it('a path is shown from the project’s root', () => {
  expect(projectPath('/home/me/my app/src/store.ts', '/home/me/my app/')).toBe('src/store.ts');
});

it('a path of Windows is shown with forward slashes', () => {
  expect(projectPath('C:\\app\\src\\store.ts', 'C:/app/')).toBe('src/store.ts');
});

it('a path outside the root, or without one, is shown by its last three members', () => {
  expect(projectPath('/home/me/app/src/deep/store.ts', '/home/you/')).toBe('…/src/deep/store.ts');
  expect(projectPath('/home/me/app/src/deep/store.ts', undefined)).toBe('…/src/deep/store.ts');
  expect(projectPath('src/store.ts', undefined)).toBe('src/store.ts');
});
