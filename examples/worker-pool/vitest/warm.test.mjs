import { afterAll, expect, test } from '@holdfast/vitest';
import scenario from '../scenario/warm.js';

scenario({ afterAll, expect, test });
