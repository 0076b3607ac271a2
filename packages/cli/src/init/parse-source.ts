import { type ParserPlugin, parse, parseExpression } from '@babel/parser';
import type { Expression, File } from '@babel/types';

const isTypeScript = (file: string): boolean => /\.[cm]?ts$/.test(file);

const pluginsOf = (file: string): ParserPlugin[] => (isTypeScript(file) ? ['typescript'] : ['jsx']);

/** The syntax tree of a configuration file; undefined where it is no valid module. */
export const parseSource = (text: string, file: string): File | undefined => {
  try {
    const tree = parse(text, { sourceType: 'unambiguous', plugins: pluginsOf(file), attachComment: true });
    return (tree.errors ?? []).length === 0 ? tree : undefined;
  } catch {
    return undefined;
  }
};

/** The syntax tree of a JSON text, with the places of its members; undefined where it is no JSON. */
export const parseJson = (text: string): Expression | undefined => {
  try {
    JSON.parse(text.replace(/^\uFEFF/, ''));
    return parseExpression(text);
  } catch {
    return undefined;
  }
};
