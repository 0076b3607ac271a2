import ts from 'typescript';

/**
 * An exported interface or type as a reader of the reference sees it.
 * @typedef {{ name: string, type: string, optional: boolean, about: string, fallback: string }} Member
 * @typedef {{ name: string, about: string, heritage: string[], type: string, members: Member[] }} TypeDescription
 */

const oneLine = (text) =>
  text
    .replaceAll(/\/\*\*[\s\S]*?\*\//g, '')
    .replaceAll(/\s+/g, ' ')
    .trim();

const aboutOf = (node) => {
  const [block] = ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc).slice(-1);
  return oneLine(ts.getTextOfJSDocComment(block?.comment) ?? '');
};

const fallbackOf = (node) => {
  const tag = ts.getJSDocTags(node).find(({ tagName }) => tagName.text === 'default');
  return oneLine(ts.getTextOfJSDocComment(tag?.comment) ?? '');
};

const readable = (type) =>
  oneLine(type)
    .replaceAll(/\breadonly /g, '')
    .replace(/^\| /, '');

/** A method reads like a member that holds a function. */
const typeOf = (source, member) => {
  const type = member.type?.getText(source) ?? '';
  if (!ts.isMethodSignature(member)) return type;
  return `(${member.parameters.map((parameter) => parameter.getText(source)).join(', ')}) => ${type}`;
};

const isMember = (node) => ts.isPropertySignature(node) || ts.isMethodSignature(node);

const memberOf = (source) => (member) => ({
  name: member.name.getText(source),
  type: readable(typeOf(source, member)),
  optional: Boolean(member.questionToken),
  about: aboutOf(member),
  fallback: fallbackOf(member),
});

const describe = (source) => (node) => {
  const base = { name: node.name.text, about: aboutOf(node) };
  if (ts.isTypeAliasDeclaration(node) && ts.isTypeLiteralNode(node.type)) {
    const members = node.type.members.filter(isMember).map(memberOf(source));
    return { ...base, heritage: [], type: '', members };
  }
  if (ts.isTypeAliasDeclaration(node)) {
    return { ...base, heritage: [], type: readable(node.type.getText(source)), members: [] };
  }
  return {
    ...base,
    heritage: (node.heritageClauses ?? []).flatMap(({ types }) => types.map((type) => type.getText(source))),
    type: '',
    members: node.members.filter(isMember).map(memberOf(source)),
  };
};

const isExported = (node) => node.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);

/**
 * The exported interfaces and type aliases of a module, in the order of the source.
 * @param {string} file used in messages
 * @param {string} text
 * @returns {TypeDescription[]}
 */
export const readInterfaces = (file, text) => {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  return source.statements
    .filter((node) => ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node))
    .filter(isExported)
    .map(describe(source));
};
