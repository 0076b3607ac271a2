import ts from 'typescript';

/**
 * Statements of an index file that are not lists of names.
 * @param {string} file
 * @param {string} text
 * @returns {string[]} file, line and the statement's beginning
 */
export const statementsBesidesExports = (file, text) => {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest);
  return source.statements
    .filter((statement) => !ts.isExportDeclaration(statement) || !statement.exportClause)
    .map((statement) => {
      const start = statement.getStart(source);
      const line = source.getLineAndCharacterOfPosition(start).line + 1;
      return `${file}:${line}: ${text.slice(start, start + 60).split('\n')[0]}`;
    });
};
