import type { Expression, ObjectExpression, ObjectProperty } from '@babel/types';
import type { ConfigEdit, Insertion } from './config-edit.js';
import { insertAll } from './config-edit.js';
import { parseJson } from './parse-source.js';

const REPORTER = '"@holdfast/jest/reporter"';
const SETUP = '"@holdfast/jest/setup"';

/** What belongs into the configuration; each setup file also into the projects, which do not inherit it. */
export const JEST_JSON_LINES = [`"reporters": ["default", ${REPORTER}],`, `"setupFilesAfterEnv": [${SETUP}]`];

const memberOf = (object: ObjectExpression, name: string): ObjectProperty | undefined =>
  object.properties.find(
    (member): member is ObjectProperty =>
      member.type === 'ObjectProperty' && member.key.type === 'StringLiteral' && member.key.value === name,
  );

const objectOf = (value: unknown): ObjectExpression | undefined =>
  (value as Expression | undefined)?.type === 'ObjectExpression' ? (value as ObjectExpression) : undefined;

/** White space before the first member: a line break and an indent, or nothing. */
const marginOf = (source: string, object: ObjectExpression): string => {
  const [first] = object.properties;
  return first === undefined ? '' : source.slice((object.start ?? 0) + 1, first.start ?? 0);
};

/** A list with one more text in it: behind those that are there, or before them. */
const inList = (
  source: string,
  object: ObjectExpression,
  name: string,
  { added, alone, isFirst }: { readonly added: string; readonly alone: string; readonly isFirst: boolean },
): Insertion | undefined => {
  const member = memberOf(object, name);
  if (member === undefined) {
    const isEmpty = object.properties.length === 0;
    const text = `${marginOf(source, object)}"${name}": [${alone}]${isEmpty ? '' : ','}`;
    return { at: (object.start ?? 0) + 1, text };
  }
  const { value } = member;
  if (value.type !== 'ArrayExpression') return undefined;
  const [first] = value.elements;
  const last = value.elements.at(-1);
  if (first === undefined || first === null || last === undefined || last === null)
    return { at: (value.start ?? 0) + 1, text: alone };
  return isFirst ? { at: first.start ?? 0, text: `${added}, ` } : { at: last.end ?? 0, text: `, ${added}` };
};

/**
 * Adds reporter and setup file to a Jest configuration in JSON. Pure; nothing is touched that it does not understand.
 * @param key member of the file that holds the configuration: `jest` in package.json
 */
export const editJestJson = (source: string, key?: string): ConfigEdit => {
  const manual = (reason: string): ConfigEdit => ({ kind: 'manual', reason, lines: JEST_JSON_LINES });
  const root = objectOf(parseJson(source));
  if (root === undefined) return manual('it is no JSON object');
  const object = key === undefined ? root : objectOf(memberOf(root, key)?.value);
  if (object === undefined) return manual(`its "${key}" is no object`);
  if (source.slice(object.start ?? 0, object.end ?? 0).includes('@holdfast/jest')) return { kind: 'present' };
  if (memberOf(object, 'projects') !== undefined)
    return manual('it has projects, and each of them needs the setup file');
  const reporter = inList(source, object, 'reporters', {
    added: REPORTER,
    alone: `"default", ${REPORTER}`,
    isFirst: false,
  });
  const setup = inList(source, object, 'setupFilesAfterEnv', { added: SETUP, alone: SETUP, isFirst: true });
  if (reporter === undefined || setup === undefined)
    return manual('its reporters or setup files are no list');
  const isEmpty = object.properties.length === 0;
  const text = insertAll(
    source,
    isEmpty ? [{ ...reporter, text: `${reporter.text}, ` }, setup] : [reporter, setup],
  );
  return parseJson(text) === undefined
    ? manual('the edited file would not be valid')
    : { kind: 'edited', text };
};
