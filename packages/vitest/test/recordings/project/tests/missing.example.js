import { test } from 'vitest';
import { found } from './nowhere.js';

test('x', () => found());
