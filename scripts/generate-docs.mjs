// Writes docs/reference from the code; with --check it writes nothing and fails when a page is stale.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { referencePages } from './reference/pages.mjs';
import { root } from './workspace/root.mjs';

const check = process.argv.includes('--check');
const pages = await referencePages();
for (const [file, text] of Object.entries(pages)) {
  const path = join(root, file);
  const current = existsSync(path) ? readFileSync(path, 'utf8') : '';
  if (current === text) continue;
  if (check) {
    console.error(`${file} is stale: run node scripts/generate-docs.mjs`);
    process.exitCode = 1;
  } else {
    writeFileSync(path, text);
    console.log(`wrote ${file}`);
  }
}
