import { spawnSync } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { publishedEntries } from '../../scripts/pack/published-entries.mjs';
import { sampleProject } from '../../scripts/pack/sample-project.mjs';
import { root } from '../../scripts/workspace/root.mjs';

const compiler = join(root, 'e2e/node_modules/typescript-5.4');

/** Libraries are checked too: what a type of ours says must be a type for this compiler. */
const tsconfig = (file: string, moduleResolution: 'bundler' | 'node16', types: readonly string[]): string =>
  JSON.stringify({
    files: [file],
    compilerOptions: {
      target: 'ES2022',
      lib: ['ES2023', 'DOM'],
      module: moduleResolution === 'bundler' ? 'ESNext' : 'Node16',
      moduleResolution,
      strict: true,
      noEmit: true,
      skipLibCheck: false,
      types,
    },
  });

const entries = publishedEntries();
const imports = (specifiers: readonly string[]): string =>
  `${specifiers.map((specifier, index) => `import * as entry${index} from '${specifier}';`).join('\n')}
export const all: readonly object[] = [${specifiers.map((_, index) => `entry${index}`).join(', ')}];\n`;

describe('TypeScript 5.4', () => {
  let directory = '';
  beforeAll(() => {
    directory = sampleProject('oldest-typescript', {
      'package.json': '{ "private": true, "type": "module" }\n',
      'index.ts': `${imports(entries.map(({ specifier }) => specifier))}
import JestReporter from '@holdfast/jest/reporter';
import VitestReporter from '@holdfast/vitest/reporter';
export const reporters: readonly object[] = [new VitestReporter({ outputDir: 'a' }), JestReporter];
// @ts-expect-error no such option
new VitestReporter({ outputDirectory: 'a' });
`,
      'bundler.json': tsconfig('index.ts', 'bundler', []),
      'node16.json': tsconfig('index.ts', 'node16', []),
    });
  });

  /** What the compiler says of this project and of Holdfast's types; other packages may ask for a newer one. */
  const complaints = (project: string): readonly string[] => {
    const { stdout, stderr, status } = spawnSync(
      process.execPath,
      [realpathSync(join(compiler, 'bin/tsc')), '-p', project, '--pretty', 'false'],
      { cwd: directory, encoding: 'utf8' },
    );
    expect([0, 1, 2], stderr).toContain(status);
    // Vitest's types are an ES module alone: no CommonJS declaration can name them without this complaint.
    const isOfVitest = (line: string): boolean => line.includes('TS1479') && line.includes('vitest/node');
    return stdout
      .split('\n')
      .filter((line) => !isOfVitest(line))
      .filter((line) => /^(?:index\.ts|node_modules\/(?:@holdfast|holdfast))\b/.test(line));
  };

  it('is the one that is meant', () => {
    const { stdout } = spawnSync(process.execPath, [join(compiler, 'bin/tsc'), '--version'], {
      encoding: 'utf8',
    });
    expect(stdout).toMatch(/^Version 5\.4\./);
  });

  it.each(['bundler.json', 'node16.json'])('understands the types of every entry, with %s', (project) => {
    expect(complaints(project)).toEqual([]);
  });
});
