// Records what real tools leave behind of the projects beside this file: node record.mjs TOOLS_FOLDER [TOOL ...]
// TOOLS_FOLDER holds node_modules with the packages of `packages` below; pytest, mix and gotestsum come from the system.
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const packages = [
  'jest@30',
  'jest-junit',
  'jest-ctrf-json-reporter',
  'vitest@4',
  'mocha@11',
  'mocha-junit-reporter',
  'mocha-ctrf-json-reporter',
  '@playwright/test',
  'playwright-ctrf-json-reporter',
];

const [tools, ...wanted] = process.argv.slice(2);
const here = dirname(fileURLToPath(import.meta.url));
const root = realpathSync(mkdtempSync(join(tmpdir(), 'recording-')));
cpSync(join(here, 'projects'), root, { recursive: true });
const javascript = join(root, 'javascript');
symlinkSync(realpathSync(join(tools, 'node_modules')), join(javascript, 'node_modules'));
// Written here, because tools that read this repository would stumble over them.
writeFileSync(join(javascript, 'package.json'), '{ "private": true }\n');
writeFileSync(join(javascript, 'jest/syntax.test.js'), "it('never parses', () => { const a = ; });\n");
writeFileSync(
  join(javascript, 'vitest/syntax.test.js'),
  "import { it } from 'vitest';\nit('never parses', () => { const a = ; });\n",
);
writeFileSync(
  join(javascript, 'vitest.config.mjs'),
  "export default { test: { include: ['vitest/*.test.js'], reporters: ['default', 'json', 'junit', 'blob'], outputFile: { json: 'out.json', junit: 'out.xml', blob: 'out-blob.json' } } };\n",
);
writeFileSync(
  join(javascript, 'playwright.config.js'),
  "module.exports = { testDir: 'playwright', retries: 1, workers: 1, reporter: [['line'], ['junit', { outputFile: 'pw.xml' }], ['json', { outputFile: 'pw.json' }], ['playwright-ctrf-json-reporter', { outputDir: 'pw-ctrf', outputFile: 'ctrf.json' }]] };\n",
);

const module = (path) => join(javascript, 'node_modules', path);
const node = (program, ...args) => [process.execPath, [module(program), ...args]];
const interrupted = (...args) => ['/usr/bin/python3', ['-m', 'pytest', '-p', 'no:cacheprovider', ...args]];
const pytest = (...args) => interrupted('--continue-on-collection-errors', ...args);

/** What is run, where, and which files it leaves; standard output and standard error go to the one named `console`. */
const runs = [
  {
    tool: 'jest',
    in: 'javascript',
    run: node(
      'jest/bin/jest.js',
      '--rootDir=jest',
      '--ci',
      '--json',
      '--outputFile=jest.json',
      '--reporters=default',
      '--reporters=jest-junit',
      '--reporters=jest-ctrf-json-reporter',
    ),
    console: 'jest-console.txt',
    files: {
      'jest.json': 'jest.json',
      'junit.xml': 'jest-junit.xml',
      'ctrf/ctrf-report.json': 'jest-ctrf.json',
    },
  },
  {
    tool: 'jest',
    in: 'javascript',
    run: node('jest/bin/jest.js', '--rootDir=jest', '--ci', '--verbose', '--colors'),
    console: 'jest-console-verbose-colors.txt',
    color: true,
  },
  {
    tool: 'vitest',
    in: 'javascript',
    run: node('vitest/vitest.mjs', 'run'),
    console: 'vitest-console.txt',
    files: { 'out.json': 'vitest.json', 'out.xml': 'vitest-junit.xml', 'out-blob.json': 'vitest-blob.json' },
  },
  {
    tool: 'vitest',
    in: 'javascript',
    run: node('vitest/vitest.mjs', 'run', '--reporter=verbose'),
    console: 'vitest-console-verbose-colors.txt',
    color: true,
  },
  {
    tool: 'vitest',
    in: 'javascript',
    run: node('vitest/vitest.mjs', 'run', '--reporter=tap-flat'),
    console: 'vitest-tap-flat.tap',
    only: 'stdout',
  },
  {
    tool: 'vitest',
    in: 'javascript',
    run: node('vitest/vitest.mjs', 'run', '--reporter=tap'),
    console: 'vitest-tap.tap',
    only: 'stdout',
  },
  {
    tool: 'mocha',
    in: 'javascript',
    run: node('mocha/bin/mocha.js', 'mocha', '--reporter=xunit'),
    console: 'mocha-xunit.xml',
    only: 'stdout',
  },
  {
    tool: 'mocha',
    in: 'javascript',
    run: node('mocha/bin/mocha.js', 'mocha', '--reporter=tap', '--reporter-option', 'tapVersion=13'),
    console: 'mocha.tap',
    only: 'stdout',
  },
  {
    tool: 'mocha',
    in: 'javascript',
    run: node('mocha/bin/mocha.js', 'mocha', '--reporter=mocha-junit-reporter'),
    files: { 'test-results.xml': 'mocha-junit-reporter.xml' },
  },
  {
    tool: 'mocha',
    in: 'javascript',
    run: node('mocha/bin/mocha.js', 'mocha', '--reporter=mocha-ctrf-json-reporter'),
    files: { 'ctrf/ctrf-report.json': 'mocha-ctrf.json' },
  },
  {
    tool: 'node',
    in: 'javascript',
    run: [process.execPath, ['--test', '--test-reporter=tap', 'node/']],
    console: 'node-test.tap',
    only: 'stdout',
  },
  {
    tool: 'node',
    in: 'javascript',
    run: [process.execPath, ['--test', '--test-reporter=junit', 'node/']],
    console: 'node-test-junit.xml',
    only: 'stdout',
  },
  {
    tool: 'playwright',
    in: 'javascript',
    run: node('@playwright/test/cli.js', 'test'),
    files: { 'pw.xml': 'playwright-junit.xml', 'pw-ctrf/ctrf.json': 'playwright-ctrf.json' },
  },
  {
    tool: 'pytest',
    in: 'python',
    run: pytest('--junitxml=out.xml'),
    console: 'pytest.txt',
    files: { 'out.xml': 'pytest-junit.xml' },
  },
  { tool: 'pytest', in: 'python', run: pytest('-v', '--tb=short'), console: 'pytest-v-short.txt' },
  {
    tool: 'pytest',
    in: 'python',
    run: pytest('-vv', '--tb=long', '--color=yes'),
    console: 'pytest-vv-long-colors.txt',
  },
  { tool: 'pytest', in: 'python', run: pytest('-v', '-n', '2'), console: 'pytest-v-xdist.txt' },
  { tool: 'pytest', in: 'python', run: pytest('-q', '--tb=short', '-rA'), console: 'pytest-q-short-rA.txt' },
  {
    tool: 'pytest',
    in: 'python',
    run: interrupted('--junitxml=out.xml'),
    console: 'pytest-interrupted.txt',
    files: { 'out.xml': 'pytest-interrupted-junit.xml' },
  },
  { tool: 'exunit', in: 'elixir', run: ['mix', ['test', '--seed', '0']], console: 'exunit.txt' },
  {
    tool: 'exunit',
    in: 'elixir',
    run: ['mix', ['test', '--seed', '0', '--trace', '--color']],
    console: 'exunit-trace-colors.txt',
  },
  {
    tool: 'gotestsum',
    in: 'go',
    run: ['gotestsum', ['--junitfile', 'out.xml']],
    files: { 'out.xml': 'gotestsum-junit.xml' },
  },
  // A module that does not build: no suite, and one error.
  {
    tool: 'gotestsum',
    in: 'elixir',
    run: ['gotestsum', ['--junitfile', 'no-build.xml']],
    files: { 'no-build.xml': 'gotestsum-no-build-junit.xml' },
  },
];

const environment = (color) => ({
  PATH: process.env.PATH,
  HOME: root,
  GOPATH: join(root, 'go-path'),
  LANG: 'C.UTF-8',
  MIX_ENV: 'test',
  PYTHONDONTWRITEBYTECODE: '1',
  PYTHONPATH: join(root, 'python'),
  ...(color ? { FORCE_COLOR: '1' } : { NO_COLOR: '1' }),
});

const nameless = (text) =>
  text
    .replaceAll(root, '/project')
    .replaceAll(realpathSync(tools), '/project/javascript')
    .replaceAll(hostname(), 'host')
    .replaceAll(/platform linux -- .*/g, 'platform linux -- Python');

for (const {
  tool,
  in: folder,
  run: [program, args],
  console: output,
  files = {},
  only,
  color = false,
} of runs) {
  if (wanted.length > 0 && !wanted.includes(tool)) continue;
  const cwd = join(root, folder);
  const { stdout, stderr, status, error } = spawnSync(program, args, {
    cwd,
    env: environment(color),
    encoding: 'utf8',
    timeout: 120_000,
  });
  const write = (name, text) => {
    mkdirSync(join(here, 'recorded'), { recursive: true });
    writeFileSync(join(here, 'recorded', name), nameless(text));
    console.log(`${name}: ${text.length} characters, exit code ${status}`);
  };
  if (error !== undefined) console.error(`${program}: ${error.message}`);
  if (output !== undefined) write(output, only === 'stdout' ? stdout : stderr + stdout);
  for (const [from, to] of Object.entries(files)) {
    if (existsSync(join(cwd, from))) write(to, readFileSync(join(cwd, from), 'utf8'));
    else console.error(`${to} was not recorded: ${from} is missing\n${stderr.slice(0, 500)}`);
  }
}
rmSync(root, { recursive: true, force: true });
