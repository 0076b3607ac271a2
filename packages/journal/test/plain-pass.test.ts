import { describe, expect, test } from 'vitest';
import { plainPass } from '../src/plain-pass.js';

const read = (line: string): number => {
  const bytes = new TextEncoder().encode(`##${line}##`);
  return plainPass(bytes, 2, bytes.length - 2);
};

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
