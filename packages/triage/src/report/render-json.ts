import type { Report } from './report.js';

const { stringify } = JSON;

function* listParts(items: readonly unknown[]): Generator<string> {
  if (items.length === 0) {
    yield '[]';
    return;
  }
  let before = '[\n';
  for (const item of items) {
    yield before;
    yield stringify(item);
    before = ',\n';
  }
  yield '\n]';
}

/** The parts of report.json, so that a large one need never be one text. */
export function* jsonParts(report: Report): Generator<string> {
  let before = '{\n';
  for (const [key, value] of Object.entries(report)) {
    yield `${before}${stringify(key)}:`;
    if (Array.isArray(value)) yield* listParts(value);
    else yield stringify(value);
    before = ',\n';
  }
  yield '\n}\n';
}

/** report.json: one line for each member, and for each incident and failure, so that it can be searched and compared. */
export const renderJson = (report: Report): string => [...jsonParts(report)].join('');
