import { it } from 'vitest';

it('is green', () => {});
it('is green too', () => {});
