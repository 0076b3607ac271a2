import { expect, it } from 'vitest';
import { heldJson } from '../../src/report/held-json.js';
import { renderJson } from '../../src/report/render-json.js';
import type { Report } from '../../src/report/report.js';
import { failureOf } from '../failure.fixture.js';
import { reportOf } from '../report.fixture.js';

const textOf = (write: ReturnType<typeof heldJson>, report: Report): string => {
  const parts: string[] = [];
  write(report, (part) => parts.push(part));
  return parts.join('');
};

it('a report is made into text once and given as often as it is asked for', () => {
  let made = 0;
  const report = {
    ...reportOf([failureOf('expected 1 to be 2')]),
    gaps: [
      {
        toJSON: () => {
          made += 1;
          return `gap ${made}`;
        },
      },
    ] as unknown as readonly string[],
  };
  const write = heldJson();
  expect(textOf(write, report)).toBe(textOf(write, report));
  expect(made).toBe(1);
});

it('another report is another text', () => {
  const write = heldJson();
  const [one, other] = [reportOf([failureOf('one')]), reportOf([failureOf('other')])];
  expect(textOf(write, one)).toBe(renderJson(one));
  expect(textOf(write, other)).toBe(renderJson(other));
});

it('a report whose writing failed is made anew, and the one before it too', () => {
  const write = heldJson();
  const [one, other] = [reportOf([failureOf('one')]), reportOf([failureOf('other')])];
  expect(textOf(write, one)).toBe(renderJson(one));
  expect(() =>
    write(other, () => {
      throw new Error('full');
    }),
  ).toThrow('full');
  expect(textOf(write, one)).toBe(renderJson(one));
  expect(textOf(write, other)).toBe(renderJson(other));
});

it('a report that is too long to hold is made anew, and whole', () => {
  const write = heldJson();
  const message = 'x'.repeat(2 ** 20);
  const report = { ...reportOf([]), gaps: Array.from({ length: 20 }, () => message) };
  expect(textOf(write, report) === renderJson(report)).toBe(true);
  expect(textOf(write, report) === renderJson(report)).toBe(true);
});
