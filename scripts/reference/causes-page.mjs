import { page, table } from './markdown.mjs';

const causeSection = (cause, { meaning, advice, priority, showableByOneRun, experiment }) =>
  [
    `### ${cause}`,
    meaning,
    `Priority: ${priority}. ${showableByOneRun ? 'A single run can show it.' : `A single run cannot show it. ${experiment ?? ''}`}`.trim(),
    advice.map((step, index) => `${index + 1}. ${step}`).join('\n'),
  ]
    .filter((part) => part !== '')
    .join('\n\n');

/**
 * The reference of categories and causes.
 * @param {Record<string, readonly string[]>} causes cause names by category
 * @param {Record<string, { owner: string, meaning: string }>} categories
 * @param {Record<string, any>} descriptions by cause
 */
export const causesPage = (causes, categories, descriptions) =>
  page('Categories and causes', [
    'A verdict names a category (who has to act) and a cause inside it (why). Priorities are where a cause starts: areas and the size of the incident raise them, known flakiness lowers them.',
    table(
      ['Category', 'Who has to act', 'Meaning'],
      Object.entries(categories).map(([category, { owner, meaning }]) => [category, owner, meaning]),
    ),
    ...Object.entries(causes).flatMap(([category, names]) => [
      `## ${category}`,
      ...names.map((name) => causeSection(name, descriptions[name])),
    ]),
  ]);
