import type { Expression, File, Node, ObjectExpression } from '@babel/types';
import type { Exported } from './default-export.js';

const DEEPEST = 10;

const variableOf = ({ program }: File, name: string): Expression | undefined => {
  for (const statement of program.body) {
    const declaration = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
    if (declaration?.type !== 'VariableDeclaration' || declaration.kind !== 'const') continue;
    for (const { id, init } of declaration.declarations)
      if (id.type === 'Identifier' && id.name === name) return init ?? undefined;
  }
  return undefined;
};

/** The one value that a function returns; undefined where it has several ways out. */
const returned = (node: Node & { readonly body: Node }): Expression | undefined => {
  const { body } = node;
  if (body.type !== 'BlockStatement') return body as Expression;
  const last = body.body.at(-1);
  const isOnly = body.body.every(
    ({ type }) =>
      type === 'ReturnStatement' || type === 'VariableDeclaration' || type === 'ExpressionStatement',
  );
  const returns = body.body.filter(({ type }) => type === 'ReturnStatement');
  return isOnly && returns.length === 1 && last?.type === 'ReturnStatement'
    ? (last.argument ?? undefined)
    : undefined;
};

/** The object literal that a configuration comes down to, through `defineConfig`, functions, names and types. */
export const configObject = (
  node: Exported | undefined,
  tree: File,
  depth = 0,
): ObjectExpression | undefined => {
  if (node === undefined || depth > DEEPEST) return undefined;
  const inner = (next: Exported | undefined): ObjectExpression | undefined =>
    configObject(next, tree, depth + 1);
  switch (node.type) {
    case 'ObjectExpression':
      return node;
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'TSNonNullExpression':
    case 'ParenthesizedExpression':
      return inner(node.expression);
    case 'AwaitExpression':
      return inner(node.argument);
    case 'Identifier':
      return inner(variableOf(tree, node.name));
    case 'ArrowFunctionExpression':
    case 'FunctionExpression':
    case 'FunctionDeclaration':
      return inner(returned(node));
    case 'CallExpression': {
      const { callee, arguments: given } = node;
      const name = callee.type === 'Identifier' ? callee.name : '';
      if (name !== 'defineConfig' && name !== 'mergeConfig') return undefined;
      const objects = given.map((one) => inner(one as Expression)).filter((one) => one !== undefined);
      return objects.at(-1);
    }
    default:
      return undefined;
  }
};
