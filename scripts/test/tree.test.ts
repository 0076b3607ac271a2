import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { repositoryFiles } from '../tree/files.mjs';
import { badlyFiled } from '../tree/folder-names.mjs';
import { statementsBesidesExports } from '../tree/index-statements.mjs';
import { tooLong } from '../tree/long-files.mjs';
import { root } from '../workspace/root.mjs';

const files = repositoryFiles();
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const lineCount = (file: string) => read(file).split('\n').length - 1;

describe('the tree', () => {
  it('has no folder whose name says nothing', () => {
    expect(badlyFiled(files)).toEqual([]);
  });

  it('has no code file over the ceiling', () => {
    const code = files.filter((file) => /\.[cm]?[jt]s$/.test(file));
    expect(tooLong(code.map((file) => ({ file, text: read(file) })))).toEqual([]);
  });

  it('keeps half of the source files of the packages under 80 lines, and nine in ten under 200', () => {
    const lengths = files
      .filter((file) => /^packages\/[^/]+\/src\/.*\.ts$/.test(file) && !file.endsWith('.data.ts'))
      .map(lineCount)
      .sort((a, b) => a - b);
    const quantile = (share: number) => lengths[Math.floor(lengths.length * share)];
    expect(quantile(0.5)).toBeLessThan(80);
    expect(quantile(0.9)).toBeLessThan(200);
  });

  it('has index files that only list names', () => {
    const indexes = files.filter((file) => /^packages\/[^/]+\/src\/(.*\/)?index\.ts$/.test(file));
    expect(indexes.length).toBeGreaterThan(0);
    expect(indexes.flatMap((file) => statementsBesidesExports(file, read(file)))).toEqual([]);
  });

  it('keeps tests out of what is published', () => {
    expect(files.filter((file) => /^packages\/[^/]+\/src\/.*(\.test\.|__tests__)/.test(file))).toEqual([]);
  });

  it('has a lockfile that names no registry', () => {
    expect(read('pnpm-lock.yaml')).not.toMatch(/https?:\/\//);
  });
});

describe('badlyFiled', () => {
  it('looks at folders, not at file names', () => {
    expect(badlyFiled(['src/utils/a.ts', 'src/lib.ts', 'a/old/b/c.ts', 'src/wait/until.ts'])).toEqual([
      'src/utils/a.ts',
      'a/old/b/c.ts',
    ]);
  });
});

describe('tooLong', () => {
  it('spares tables of data and files that are no code', () => {
    const text = '\n'.repeat(401);
    const sources = ['a.ts', 'b.data.ts', 'c.json'].map((file) => ({ file, text }));
    expect(tooLong([...sources, { file: 'd.ts', text: '\n'.repeat(400) }])).toEqual(['a.ts: 401 lines']);
  });
});

describe('statementsBesidesExports', () => {
  it('finds code, imports and star exports', () => {
    const text =
      "export { a } from './a.js';\nexport type { B } from './b.js';\nexport * from './c.js';\nconst d = 1;\nimport './e.js';\n";
    expect(statementsBesidesExports('index.ts', text)).toEqual([
      "index.ts:3: export * from './c.js';",
      'index.ts:4: const d = 1;',
      "index.ts:5: import './e.js';",
    ]);
  });
});
