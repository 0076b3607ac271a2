import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { reachablePackages } from '../pack/reachable-packages.mjs';
import { root } from '../workspace/root.mjs';

it('follows chunks and gathers packages, in both module systems', () => {
  mkdirSync(join(root, '.work'), { recursive: true });
  const directory = mkdtempSync(join(root, '.work/reachable-'));
  const files = {
    'entry.js': `const a = require("./chunk.js"); const b = require('node:fs'); exports.lazy = () => import("lazy");`,
    'chunk.js': `require("./entry.js"); require("deep/part");`,
    'entry.mjs': `import { c } from "named";\nimport "bare";\nexport { d } from './chunk.js';`,
  };
  for (const [file, text] of Object.entries(files)) writeFileSync(join(directory, file), text);
  expect([...reachablePackages(join(directory, 'entry.js'))].sort()).toEqual([
    'deep/part',
    'lazy',
    'node:fs',
  ]);
  expect([...reachablePackages(join(directory, 'entry.mjs'))]).toEqual(
    expect.arrayContaining(['named', 'bare', 'deep/part']),
  );
});
