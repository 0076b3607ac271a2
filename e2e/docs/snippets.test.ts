import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { documents } from '../../scripts/docs/documents.mjs';
import { misquotes } from '../../scripts/docs/misquotes.mjs';
import { parseBlocks } from '../../scripts/docs/parse-blocks.mjs';
import { planProjects } from '../../scripts/docs/plan-projects.mjs';
import { runProject } from '../../scripts/docs/run-project.mjs';
import { unexplainedBlocks } from '../../scripts/docs/unexplained-blocks.mjs';
import { root } from '../../scripts/workspace/root.mjs';

describe.each(documents())('%s', (document) => {
  const blocks = parseBlocks(readFileSync(join(root, document), 'utf8'));

  it('runs all of its code, or says why not', () => {
    expect(unexplainedBlocks(blocks).map(({ line }) => `${document}:${line}`)).toEqual([]);
  });

  it('quotes the code as it is', () => {
    const read = (file: string) => readFileSync(join(root, file), 'utf8');
    expect(misquotes(blocks, read).map(({ line }) => `${document}:${line}`)).toEqual([]);
  });

  it('does what it says', () => {
    const problems = planProjects(blocks).flatMap((project) => {
      const name = `docs-${document.replace(/\W+/g, '-')}-${project.name}`;
      return runProject(name, project).map((problem) => `${document} (${project.name}): ${problem}`);
    });
    expect(problems.join('\n')).toBe('');
  });
});
