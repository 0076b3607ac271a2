import { describe, expect, test } from 'vitest';
import { afterPlainTests, plainPass } from '../src/plain-pass.js';

const read = (line: string): number => plainPass(`##${line}\n##`, 2);

describe('plainPass', () => {
  test('knows a first start and its passed end', () => {
    expect(read('{"kind":"test-start","test":12,"attempt":1,"file":1,"at":1,"title":["a"]}')).toBe(12);
    expect(read('{"kind":"test-end","test":12,"attempt":1,"status":"passed","at":1}')).toBe(-12);
  });

  test.each([
    ['a retry', '{"kind":"test-start","test":12,"attempt":2,"file":1,"at":1,"title":["a"]}'],
    ['attempt 10 and more', '{"kind":"test-start","test":12,"attempt":10,"file":1,"at":1,"title":["a"]}'],
    ['a failed end', '{"kind":"test-end","test":12,"attempt":1,"status":"failed","at":1}'],
    ['a line without end', '{"kind":"test-end","test":12,"attempt":1,"status":"passed","at":1'],
    ['another kind', '{"kind":"test-ends","test":12,"attempt":1,"status":"passed","at":1}'],
    ['another order', '{"test":12,"kind":"test-end","attempt":1,"status":"passed","at":1}'],
    ['a number that is none', '{"kind":"test-end","test":,"attempt":1,"status":"passed","at":1}'],
    [
      'a number beyond all counts',
      '{"kind":"test-end","test":99999999999999999999,"attempt":1,"status":"passed","at":1}',
    ],
    ['a cut prefix', '{"kind":"test-'],
    ['nothing', ''],
  ])('leaves %s to be parsed', (_what, line) => {
    expect(read(line)).toBe(0);
  });
});

describe('afterPlainTests', () => {
  const start = '{"kind":"test-start","test":12,"attempt":1,"file":1,"at":1,"title":["a }"]}\n';
  const end = '{"kind":"test-end","test":12,"attempt":1,"status":"passed","at":1}\n';

  test('passes over the starts and passed ends of tests that ran one after the other', () => {
    const one = 2 + start.length + end.length;
    expect(afterPlainTests(`##${start}${end}##`, 2)).toBe(one);
    expect(afterPlainTests(`##${start}${end}${start}${end}${start}`, 2)).toBe(2 * one - 2);
  });

  test.each([
    ['the end of another test', start + end.replace('12', '13')],
    ['the end of a test whose number begins alike', start + end.replace('12', '125')],
    ['a failed end', start + end.replace('passed', 'failed')],
    ['another line between them', `${start}{"kind":"evidence","test":12}\n${end}`],
    ['an end that is cut off', start + end.slice(0, -3)],
    ['a start that is cut off', `${start.slice(0, -2)}\n${end}`],
    ['a retry', (start + end).replaceAll('"attempt":1', '"attempt":2')],
    ['a number beyond all counts', (start + end).replaceAll('12', '99999999')],
  ])('leaves %s to be read line by line', (_what, lines) => {
    expect(afterPlainTests(`##${lines}`, 2)).toBe(2);
  });
});
