import { beforeAll, describe, it } from 'vitest';

describe('a store', () => {
  beforeAll(() => {
    throw new Error('the database is not seeded');
  });
  it('reads', () => {});
  it('writes', () => {});
});
