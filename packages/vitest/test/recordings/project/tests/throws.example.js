import { test } from 'vitest';

test('x', () => {});
throw new Error('at import');
