import { code, table } from './markdown.mjs';

const described = ({ about, fallback }) =>
  fallback === '' ? about : `${about} Default: ${fallback}.`.trim();

const memberRow = (member) => [
  code(member.name) + (member.optional ? '' : ' *'),
  code(member.type),
  described(member),
];

/**
 * The section of the reference about one type; members marked * are always there.
 * @param {import('./read-interfaces.mjs').TypeDescription} type
 */
export const describeType = ({ name, about, heritage, type, members }) =>
  [
    `## ${name}`,
    about,
    heritage.length > 0 ? `Holds all members of ${heritage.map(code).join(', ')} too.` : '',
    type === '' ? '' : code(type),
    members.length > 0 ? table(['Member', 'Type', 'Meaning'], members.map(memberRow)) : '',
  ]
    .filter((part) => part !== '')
    .join('\n\n');
