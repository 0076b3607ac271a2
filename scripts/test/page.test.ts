import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { page } from '../build/page.mjs';
import { root } from '../workspace/root.mjs';

const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

const SLOTS = '<title>{{title}}</title><noscript>{{summary}}</noscript><script>{{report}}</script>';

const pageOf = (
  script: string,
  style = 'p { color: red; }',
  slots = SLOTS,
  more: Readonly<Record<string, string>> = {},
): Promise<string> => {
  const folder = mkdtempSync(join(tmpdir(), 'hf-page-'));
  folders.push(folder);
  writeFileSync(join(folder, 'page.ts'), script);
  writeFileSync(join(folder, 'page.css'), style);
  for (const [name, text] of Object.entries(more)) writeFileSync(join(folder, name), text);
  writeFileSync(
    join(folder, 'page.html'),
    `<meta content="{{policy}}"><style>{{style}}</style>${slots}<script>{{script}}</script>`,
  );
  return page(folder);
};

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

describe('the page of a report', () => {
  it('runs its own script and style alone, and asks nobody for anything', async () => {
    const text = await page(join(root, 'packages/triage/src/report/page'));
    const [, policy = ''] = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(text) ?? [];
    const [, style = ''] = /<style>([\s\S]*?)<\/style>/.exec(text) ?? [];
    const scripts = [...text.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(([, code = '']) => code);
    expect(scripts).toHaveLength(1);
    expect(scripts[0]?.length).toBeGreaterThan(1_000);
    expect(policy.split('; ')).toEqual([
      "default-src 'none'",
      `script-src ${hashOf(scripts[0] ?? '')}`,
      `style-src ${hashOf(style)}`,
      'img-src data:',
      "base-uri 'none'",
      "form-action 'none'",
      "require-trusted-types-for 'script'",
      "trusted-types 'none'",
    ]);
    expect(text).not.toMatch(/\bsrc=|@import|url\(|<link rel="stylesheet"/);
    expect(scripts[0]).not.toMatch(/innerHTML|insertAdjacentHTML|document\.write|\beval\b|fetch\(/);
  });

  it('leaves open what is filled in when it is written, and nothing else', async () => {
    const text = await page(join(root, 'packages/triage/src/report/page'));
    expect(text.match(/\{\{\w+\}\}/g)).toEqual(['{{title}}', '{{summary}}', '{{report}}']);
  });
});

describe('page', () => {
  it('fills in script and style as they are, dollar signs too', async () => {
    const text = await pageOf("document.title = '$& $1';", 'p::before { content: "$&"; }');
    expect(text).toContain('<style>p::before { content: "$&"; }</style>');
    expect(text).toContain('$& $1');
  });

  it('puts the parts of a style in the places where they are imported', async () => {
    const style = '@import "./a.css";\n@import "./b.css";\n';
    const text = await pageOf('', style, SLOTS, { 'a.css': 'p { top: 0; }\n', 'b.css': 'i { top: 1px; }\n' });
    expect(text).toContain('<style>p { top: 0; }\ni { top: 1px; }</style>');
  });

  it('takes the hash of a style as a browser does, whatever its lines end with', async () => {
    const text = await pageOf('', 'p {\r\n  top: 0;\r\n}\r\n');
    expect(text).toContain('<style>p {\n  top: 0;\n}</style>');
    expect(text).toContain(hashOf('p {\n  top: 0;\n}'));
  });

  it('refuses a script that a browser cannot run, and text that would end its own element', async () => {
    await expect(
      pageOf("import { join } from 'node:path';\ndocument.title = join('a', 'b');"),
    ).rejects.toThrow('external module "node:path"');
    await expect(pageOf("document.title = '<!--';")).rejects.toThrow('the script of a page would end itself');
    await expect(pageOf('', 'p { content: "</style>"; }')).rejects.toThrow('the style of a page would end');
  });

  it('refuses a page in which a slot is missing or stands twice', async () => {
    await expect(pageOf('', '', SLOTS.replace('{{title}}', ''))).rejects.toThrow('{{title}} must stand');
    await expect(pageOf('', '', `${SLOTS}{{report}}`)).rejects.toThrow('{{report}} must stand');
  });
});
