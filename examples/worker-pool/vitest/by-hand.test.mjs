import { afterAll, expect, test } from '@holdfast/vitest';
import scenario from '../scenario/by-hand.js';

scenario({ afterAll, expect, test });
