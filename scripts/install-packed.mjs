// Extracts the packed packages into the node_modules of each project that is named: node scripts/install-packed.mjs TARGET...
import { resolve } from 'node:path';
import { installPacked } from './pack/install-packed.mjs';

const targets = process.argv.slice(2);
if (targets.length === 0) {
  console.error('Name at least one project folder: node scripts/install-packed.mjs TARGET...');
  process.exitCode = 1;
}
for (const target of targets) {
  const names = installPacked(resolve(target));
  if (names.length === 0) {
    console.error('Nothing is packed yet: run node scripts/build.mjs and node scripts/pack.mjs first.');
    process.exitCode = 1;
  } else {
    console.log(`${target}: ${names.join(', ')}`);
  }
}
