import { tarballs } from '../pack/tarballs.mjs';
import { repositoryFiles } from '../tree/files.mjs';

/**
 * One step of the gate. `commands` must all succeed and count as one check; `project` is a Vitest project,
 * of which every test counts.
 * @typedef {{ name: string, about: string, after?: readonly string[], project?: string, commands?: () => string[][] }} Step
 */

// The root's project holds the packages' sources and tests; theirs are for editors. What runs in a browser has one of its own.
const typeScriptProjects = () =>
  repositoryFiles().filter(
    (file) => /(^|\/)tsconfig\.json$/.test(file) && !/^packages\/[^/]+\/tsconfig\.json$/.test(file),
  );

const forEachTarball = (command) => () => tarballs().map(({ path }) => [...command, path]);

/** @type {readonly Step[]} */
export const steps = [
  {
    name: 'build',
    about: 'every package builds from its exports map',
    commands: () => [['node', 'scripts/build.mjs']],
  },
  {
    name: 'lint',
    about: 'format and lint rules (Biome)',
    commands: () => [['biome', 'ci', '--colors=off', '--error-on-warnings', '.']],
  },
  {
    name: 'pack',
    about: 'every package packs',
    after: ['build'],
    commands: () => [['node', 'scripts/pack.mjs']],
  },
  // The longest by far: all that follows has its turn beside it.
  { name: 'e2e', about: 'real runs under every runner', after: ['pack'], project: 'e2e' },
  {
    name: 'boundaries',
    about: 'who may import whom, and no rings (dependency-cruiser)',
    commands: () => [['depcruise', '--config', '.dependency-cruiser.cjs', 'packages', 'scripts']],
  },
  {
    name: 'types',
    about: 'TypeScript, strict',
    // Declarations of the built packages are what e2e and examples compile against.
    after: ['build'],
    commands: () => typeScriptProjects().map((project) => ['tsc', '-p', project]),
  },
  { name: 'unit', about: 'unit tests and the rules of the tree', project: 'unit' },
  {
    name: 'reference',
    about: 'docs/reference agrees with the code it is generated from',
    commands: () => [['node', 'scripts/generate-docs.mjs', '--check']],
  },
  {
    name: 'publint',
    about: 'the tarballs follow the rules of publishing (publint --strict)',
    after: ['pack'],
    commands: forEachTarball(['publint', 'run', '--strict']),
  },
  {
    name: 'attw',
    about: 'the types of the tarballs resolve in all four modes (attw, nothing ignored)',
    after: ['pack'],
    commands: forEachTarball(['attw', '--no-emoji']),
  },
  {
    name: 'packed',
    about: 'the tarballs load in Node, Jest and Vitest, and export what they should',
    after: ['pack'],
    project: 'packed',
  },
  { name: 'docs', about: 'the snippets of the documentation run', after: ['pack'], project: 'docs' },
  {
    name: 'demo',
    about: 'the demonstration goes as it should: known failures, the same verdicts in both runners',
    after: ['pack'],
    commands: () => [['node', 'scripts/demo.mjs']],
  },
];
