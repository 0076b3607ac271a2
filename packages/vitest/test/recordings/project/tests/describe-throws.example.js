import { describe, test } from 'vitest';

describe('group', () => {
  test('x', () => {});
  throw new Error('in describe');
});
