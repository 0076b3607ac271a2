import type { Expression, File, FunctionDeclaration } from '@babel/types';

/** What a configuration file gives the runner. */
export type Exported = Expression | FunctionDeclaration;

const ofAssignment = (expression: Expression): Expression | undefined => {
  if (expression.type !== 'AssignmentExpression' || expression.operator !== '=') return undefined;
  const { left, right } = expression;
  if (left.type !== 'MemberExpression' || left.computed || left.property.type !== 'Identifier')
    return undefined;
  const isExports =
    left.property.name === 'exports' && left.object.type === 'Identifier' && left.object.name === 'module';
  return isExports ? right : undefined;
};

/** The default export, or what is assigned to `module.exports`; undefined where there is none, or more than one. */
export const defaultExport = ({ program }: File): Exported | undefined => {
  const found = program.body.flatMap((statement): readonly Exported[] => {
    if (statement.type === 'ExportDefaultDeclaration') {
      const { declaration } = statement;
      return declaration.type === 'ClassDeclaration' || declaration.type === 'TSDeclareFunction'
        ? []
        : [declaration];
    }
    if (statement.type !== 'ExpressionStatement') return [];
    const assigned = ofAssignment(statement.expression);
    return assigned === undefined ? [] : [assigned];
  });
  return found.length === 1 ? found[0] : undefined;
};
