import { afterAll, expect, test } from '@holdfast/vitest';
import scenario from '../scenario/cold.js';

scenario({ afterAll, expect, test });
