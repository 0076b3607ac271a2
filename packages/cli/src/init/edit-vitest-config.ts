import type { Node, ObjectExpression, ObjectProperty } from '@babel/types';
import type { ConfigEdit, Insertion } from './config-edit.js';
import { insertAll } from './config-edit.js';
import { configObject } from './config-object.js';
import { defaultExport } from './default-export.js';
import { parseSource } from './parse-source.js';
import { importLine } from './source-style.js';

const PACKAGE = '@holdfast/vitest';
const NAME = 'holdfast';

const LINES = [
  `import { ${NAME} } from '${PACKAGE}/plugin';`,
  '',
  `plugins: [${NAME}()],   // in the configuration's object, beside "test"`,
];

const keyOf = ({ key, computed }: ObjectProperty): string | undefined => {
  if (computed) return undefined;
  return key.type === 'Identifier' ? key.name : key.type === 'StringLiteral' ? key.value : undefined;
};

const startOf = ({ start }: Node): number => start ?? 0;
const endOf = ({ end }: Node): number => end ?? 0;

/** White space before the first member: a line break and an indent, or a space. */
const marginOf = (source: string, { start }: ObjectExpression, first: Node): string =>
  /^\s*/.exec(source.slice((start ?? 0) + 1, startOf(first)))?.[0] ?? '';

const addToPlugins = (plugins: ObjectProperty): readonly Insertion[] => {
  const { value, shorthand } = plugins;
  if (shorthand) return [{ at: endOf(plugins), text: `: [${NAME}(), plugins]` }];
  if (value.type === 'ArrayExpression') {
    const isEmpty = value.elements.length === 0;
    return [{ at: startOf(value) + 1, text: isEmpty ? `${NAME}()` : `${NAME}(), ` }];
  }
  // Vite flattens lists in lists.
  return [
    { at: startOf(value), text: `[${NAME}(), ` },
    { at: endOf(value), text: ']' },
  ];
};

const insertionsFor = (source: string, object: ObjectExpression): readonly Insertion[] | string => {
  const { properties } = object;
  const plugins = properties.filter(
    (member): member is ObjectProperty => member.type === 'ObjectProperty' && keyOf(member) === 'plugins',
  );
  const [only] = plugins;
  if (plugins.length > 1) return 'it names its plugins twice';
  if (only !== undefined) return addToPlugins(only);
  if (properties.some(({ type }) => type !== 'ObjectProperty'))
    return 'its plugins may come from elsewhere: it spreads another object, or has methods';
  const [first] = properties;
  if (first === undefined) return [{ at: startOf(object) + 1, text: ` plugins: [${NAME}()] ` }];
  const margin = marginOf(source, object, first);
  return [{ at: startOf(object) + 1, text: `${margin === '' ? ' ' : margin}plugins: [${NAME}()],` }];
};

/** Adds the plugin to a configuration of Vitest or Vite. Pure; nothing is touched that it does not understand. */
export const editVitestConfig = (source: string, file: string): ConfigEdit => {
  if (source.includes(PACKAGE)) return { kind: 'present' };
  const manual = (reason: string): ConfigEdit => ({ kind: 'manual', reason, lines: LINES });
  const tree = parseSource(source, file);
  if (tree === undefined) return manual('it cannot be parsed');
  const object = configObject(defaultExport(tree), tree);
  if (object === undefined) return manual('the object that it exports is made elsewhere, or in several ways');
  if (new RegExp(`\\b${NAME}\\b`).test(source)) return manual(`it has a ${NAME} of its own`);
  const found = insertionsFor(source, object);
  if (typeof found === 'string') return manual(found);
  const text = insertAll(source, [
    importLine(source, tree, { file, name: NAME, from: `${PACKAGE}/plugin` }),
    ...found,
  ]);
  return parseSource(text, file) === undefined
    ? manual('the edited file would not be valid')
    : { kind: 'edited', text };
};

/** A configuration for a project that has none. */
export const newVitestConfig = (): string =>
  [
    `import { ${NAME} } from '${PACKAGE}/plugin';`,
    "import { defineConfig } from 'vitest/config';",
    '',
    'export default defineConfig({',
    `  plugins: [${NAME}()],`,
    '});',
    '',
  ].join('\n');
