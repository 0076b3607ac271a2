import type { Report } from './report.js';

const { stringify } = JSON;

/** Takes the next part of a text. */
type Write = (part: string) => void;

const writeList = (items: readonly unknown[], write: Write): void => {
  write('[\n');
  for (let index = 0; index < items.length; index += 1) {
    if (index > 0) write(',\n');
    write(stringify(items[index]));
  }
  write('\n]');
};

/** Writes report.json in parts, so that a large one need never be one text. */
export const writeJson = (report: Report, write: Write): void => {
  let before = '{\n';
  for (const [key, value] of Object.entries(report)) {
    write(`${before}${stringify(key)}:`);
    if (Array.isArray(value) && value.length > 0) writeList(value, write);
    else write(stringify(value));
    before = ',\n';
  }
  write('\n}\n');
};

/** report.json: one line for each member, and for each incident and failure, so that it can be searched and compared. */
export const renderJson = (report: Report): string => {
  const parts: string[] = [];
  writeJson(report, (part) => parts.push(part));
  return parts.join('');
};
