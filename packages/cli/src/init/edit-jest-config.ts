import type { ConfigEdit, Insertion } from './config-edit.js';
import { insertAll } from './config-edit.js';
import { defaultExport } from './default-export.js';
import { parseSource } from './parse-source.js';
import { importLine, isModule } from './source-style.js';

const PACKAGE = '@holdfast/jest';
const NAME = 'withHoldfast';

const linesOf = (isImporting: boolean): readonly string[] =>
  isImporting
    ? [
        `import { ${NAME} } from '${PACKAGE}/config';`,
        '',
        `export default ${NAME}({ /* your configuration */ });`,
      ]
    : [
        `const { ${NAME} } = require('${PACKAGE}/config');`,
        '',
        `module.exports = ${NAME}({ /* your configuration */ });`,
      ];

/** Wraps what a Jest configuration exports in `withHoldfast`. Pure; nothing is touched that it does not understand. */
export const editJestConfig = (source: string, file: string): ConfigEdit => {
  if (source.includes(PACKAGE)) return { kind: 'present' };
  const tree = parseSource(source, file);
  const manual = (reason: string): ConfigEdit => ({
    kind: 'manual',
    reason,
    lines: linesOf(tree === undefined || isModule(tree, file)),
  });
  if (tree === undefined) return manual('it cannot be parsed');
  const exported = defaultExport(tree);
  if (exported === undefined) return manual('it has no default export, or several');
  if (exported.type === 'FunctionDeclaration' && exported.id !== null && exported.id !== undefined)
    return manual('its default export is a function with a name');
  if (source.includes(NAME)) return manual(`it has a ${NAME} of its own`);
  const { start, end } = exported;
  if (typeof start !== 'number' || typeof end !== 'number') return manual('it cannot be parsed');
  const insertions: readonly Insertion[] = [
    importLine(source, tree, { file, name: NAME, from: `${PACKAGE}/config` }),
    { at: start, text: `${NAME}(` },
    { at: end, text: exported.type === 'FunctionDeclaration' ? ');' : ')' },
  ];
  const text = insertAll(source, insertions);
  if (parseSource(text, file) === undefined) return manual('the edited file would not be valid');
  return { kind: 'edited', text };
};

/** A configuration for a project that has none; whatever kind of module its files are. */
export const newJestConfig = (): string =>
  [`const { ${NAME} } = require('${PACKAGE}/config');`, '', `module.exports = ${NAME}({});`, ''].join('\n');
