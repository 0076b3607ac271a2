import { it } from 'vitest';
import './no-such-module.js';

it('never runs', () => {});
