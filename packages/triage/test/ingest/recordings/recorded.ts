import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Text of a recording, from this folder: `recorded/pytest.txt`. */
export const recorded = (file: string): string =>
  readFileSync(fileURLToPath(new URL(file, import.meta.url)), 'utf8');
