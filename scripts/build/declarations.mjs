import { join, relative } from 'node:path';
import ts from 'typescript';
import { root } from '../workspace/root.mjs';

const compilerOptions = ({ directory }) => {
  const { config } = ts.readConfigFile(join(root, 'tsconfig.base.json'), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent({ ...config, files: [] }, ts.sys, root);
  return {
    ...options,
    noEmit: false,
    declaration: true,
    emitDeclarationOnly: true,
    stripInternal: true,
    rootDir: join(directory, 'src'),
    outDir: join(directory, 'dist'),
  };
};

const isTypeOnly = (checker, symbol) => {
  const target = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
  const markedType = symbol.declarations?.some(
    (declaration) =>
      ts.isExportSpecifier(declaration) && (declaration.isTypeOnly || declaration.parent.parent.isTypeOnly),
  );
  return markedType || !(target.flags & ts.SymbolFlags.Value);
};

const exportsOf = (program, file) => {
  const checker = program.getTypeChecker();
  const symbol = checker.getSymbolAtLocation(program.getSourceFile(file));
  if (!symbol) return [];
  return checker
    .getExportsOfModule(symbol)
    .map((item) => ({ name: item.name, typeOnly: isTypeOnly(checker, item) }));
};

const formatHost = {
  getCanonicalFileName: (name) => name,
  getCurrentDirectory: () => root,
  getNewLine: () => '\n',
};

/**
 * Emits the declarations of everything that a package's entries reach. Types are checked elsewhere; only
 * what makes a declaration impossible is an error here.
 * @param {import('../workspace/packages.mjs').WorkspacePackage} item
 * @param {import('./entries.mjs').Entry[]} entries
 * @returns {{ files: Map<string, string>, exports: Map<string, import('./facade.mjs').ExportedName[]> }} texts
 *   by file name, and exported values and types by entry name
 */
export const declarations = (item, entries) => {
  const sources = new Map(entries.map(({ name }) => [name, join(item.directory, 'src', `${name}.ts`)]));
  const options = compilerOptions(item);
  const program = ts.createProgram([...sources.values()], options);
  const files = new Map();
  const { diagnostics } = program.emit(undefined, (path, text) => {
    files.set(relative(options.outDir, path).replaceAll('\\', '/'), text);
  });
  const problems = diagnostics.filter(({ category }) => category === ts.DiagnosticCategory.Error);
  if (problems.length > 0) throw new Error(ts.formatDiagnostics(problems, formatHost));
  return {
    files,
    exports: new Map([...sources].map(([name, file]) => [name, exportsOf(program, file)])),
  };
};
