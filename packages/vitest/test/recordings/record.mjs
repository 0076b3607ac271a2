// Records what Vitest tells its reporters about the project beside this file: node record.mjs VITEST_FOLDER NODE OUTPUT
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const [vitest, node, output] = process.argv.slice(2);
const directory = realpathSync(mkdtempSync(join(tmpdir(), 'recording-')));
cpSync(fileURLToPath(new URL('./project', import.meta.url)), directory, { recursive: true });
// Written here, because tools that read this repository would stumble over it.
writeFileSync(
  join(directory, 'tests/syntax.example.js'),
  `import { test } from 'vitest';\ntest('x', () => { const a = ; });\n`,
);
symlinkSync(realpathSync(vitest), join(directory, 'node_modules'));
const raw = join(directory, 'recording.json');
try {
  execFileSync(node, [join(directory, 'node_modules/vitest/vitest.mjs'), 'run'], {
    cwd: directory,
    env: { PATH: process.env.PATH, NO_COLOR: '1', RECORDING: raw },
    stdio: 'ignore',
  });
} catch {
  // The project is red.
}
const shorten = (key, value) => {
  if (typeof value === 'string') {
    const named = value
      .replaceAll(directory, '/project')
      .replaceAll(/(?:file:\/\/)?[^\s()]*\/node_modules\//g, '/project/node_modules/');
    return key === 'stack' ? named.split('\n').slice(0, 6).join('\n') : named;
  }
  return key === 'stacks' || key === 'diff' ? undefined : value;
};
const { version, reason, files, errors } = JSON.parse(readFileSync(raw, 'utf8'), shorten);
writeFileSync(output, `${JSON.stringify({ version, reason, files, errors })}\n`);
rmSync(directory, { recursive: true, force: true });
