import type { Comment, File, Statement } from '@babel/types';
import type { Insertion } from './config-edit.js';

export interface SourceStyle {
  readonly newline: string;
  readonly quote: string;
  readonly semicolon: string;
}

/** How the file is written, so that what is put in looks like the rest. */
export const styleOf = (source: string, { program }: File): SourceStyle => {
  const quoted = /['"]/.exec(source.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, ''))?.[0];
  const statements = program.body
    .map(({ start, end }) => source.slice(start ?? 0, end ?? 0))
    // A function needs none at its end.
    .filter((statement) => !statement.endsWith('}'));
  const isBare = statements.length > 0 && statements.every((statement) => !statement.endsWith(';'));
  return {
    newline: source.includes('\r\n') ? '\r\n' : '\n',
    quote: quoted ?? "'",
    semicolon: isBare ? '' : ';',
  };
};

/** Whether the file imports rather than requires. */
export const isModule = ({ program }: File, file: string): boolean =>
  !/\.cjs$/.test(file) &&
  program.body.some(({ type }) => type.startsWith('Import') || type.startsWith('Export'));

/** A comment that gives the statement behind it its type: nothing may come between them. */
const isTyping = ({ type, value }: Comment): boolean => type === 'CommentBlock' && value.startsWith('*');

const startOf = (statement: Statement): number => {
  const typing = statement.leadingComments?.find(isTyping);
  return typing?.start ?? statement.start ?? 0;
};

/** Whether the first statement would go on with one before it that has no semicolon. */
const isOpen = (source: string, { program }: File): boolean =>
  /^[([`/+-]/.test(source.slice(program.body[0]?.start ?? 0));

/** A line that takes `name` from a package: behind the last import, else before the first statement. */
export const importLine = (
  source: string,
  tree: File,
  { file, name, from }: { readonly file: string; readonly name: string; readonly from: string },
): Insertion => {
  const { newline, quote, semicolon } = styleOf(source, tree);
  const wanted = `${quote}${from}${quote}`;
  const line = isModule(tree, file)
    ? `import { ${name} } from ${wanted}${semicolon}`
    : `const { ${name} } = require(${wanted})${isOpen(source, tree) ? ';' : semicolon}`;
  const { body } = tree.program;
  const last = body.findLast(({ type }) => type === 'ImportDeclaration');
  if (last !== undefined) return { at: last.end ?? 0, text: `${newline}${line}` };
  const [first] = body;
  return { at: first === undefined ? source.length : startOf(first), text: `${line}${newline}` };
};
