import type { Report } from './report.js';

const { stringify } = JSON;

const list = (items: readonly unknown[]): string =>
  items.length === 0 ? '[]' : `[\n${items.map((item) => stringify(item)).join(',\n')}\n]`;

/** report.json: one line for each member, and for each incident and failure, so that it can be searched and compared. */
export const renderJson = (report: Report): string => {
  const members = Object.entries(report).map(
    ([key, value]) => `${stringify(key)}:${Array.isArray(value) ? list(value) : stringify(value)}`,
  );
  return `{\n${members.join(',\n')}\n}\n`;
};
