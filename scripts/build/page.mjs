import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { rolldown } from 'rolldown';
import { workspaceSource } from './workspace-source.mjs';

/** What is filled in when a page is written, and not when it is built. */
const LATE = ['title', 'summary', 'report'];

/** A page's script with all it imports, as one text for a browser. */
const script = async (file) => {
  const build = await rolldown({
    input: file,
    platform: 'browser',
    transform: { target: 'es2022' },
    // What is imported for one name must not drag in the rest of its package.
    treeshake: { moduleSideEffects: (id) => id === file },
    resolve: { extensionAlias: { '.js': ['.ts', '.js'] } },
    plugins: [
      {
        name: 'holdfast-page-imports',
        // What of Node is imported beside what the page needs falls away; what is used has no global to come from.
        resolveId: (specifier) =>
          specifier.startsWith('node:')
            ? { id: specifier, external: true, moduleSideEffects: false }
            : workspaceSource(specifier),
      },
    ],
    onLog(level, log, report) {
      if (level !== 'info') report('error', log);
    },
  });
  const { output } = await build.generate({ format: 'iife', minify: true });
  await build.close();
  return output[0].code.trim();
};

// A browser reads every line break as one character, and takes the hashes of that.
const textOf = (file) => readFileSync(file, 'utf8').replaceAll('\r\n', '\n');

/** A page's style, with what its file imports in the places of the imports. */
const styleOf = (folder) =>
  textOf(join(folder, 'page.css'))
    .replace(/^@import "([^"]+)";$/gm, (_, path) => textOf(join(folder, path)).trim())
    .trim();

const policyHash = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** What the browser lets a page do: its own script and style, known by their hashes, and nothing from anywhere. */
const policy = (code, style) =>
  [
    "default-src 'none'",
    `script-src ${policyHash(code)}`,
    `style-src ${policyHash(style)}`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');

const refuse = (code, name) => {
  if (new RegExp(`</${name}|<!--`, 'i').test(code)) throw new Error(`the ${name} of a page would end itself`);
  return code;
};

/**
 * A page that opens from disk: `page.html` of a folder with the style of `page.css` and the bundle of `page.ts` filled in. It loads nothing;
 * title, summary and report are filled in when it is written.
 * @param {string} folder
 * @returns {Promise<string>}
 */
export const page = async (folder) => {
  const code = refuse(await script(join(folder, 'page.ts')), 'script');
  const style = refuse(styleOf(folder), 'style');
  const parts = { style, script: code, policy: policy(code, style) };
  const text = textOf(join(folder, 'page.html')).replace(
    /\{\{(\w+)\}\}/g,
    (slot, name) => parts[name] ?? slot,
  );
  for (const name of LATE) {
    if (text.split(`{{${name}}}`).length !== 2)
      throw new Error(`${basename(folder)}: {{${name}}} must stand in the page once`);
  }
  return text;
};
