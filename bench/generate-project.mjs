import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const failure = (number) =>
  [
    `expect({ id: ${number}, name: 'order-${number}', lines: [1, 2, ${number}] }).toEqual({ id: ${number}, name: 'order-${number}', lines: [1, 2] });`,
    `throw Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:${5000 + (number % 7)}'), { code: 'ECONNREFUSED' });`,
    `const order = undefined; order.total${number}.toFixed(2);`,
    `throw new Error('timeout exceeded when trying to connect (pool orders-${number % 5})');`,
    `expect('2026-01-${String(1 + (number % 27)).padStart(2, '0')}').toBe('2026-01-31');`,
    `expect([${number}, 2, 3]).toHaveLength(${1 + (number % 2)});`,
  ][number % 6];

/**
 * Writes test files for both runners (global test and expect): `tests` tests over `files` files, of which `failing` fail in
 * six different ways, spread evenly.
 */
export const generateTests = (directory, { tests, failing, files }) => {
  mkdirSync(directory, { recursive: true });
  const every = failing === 0 ? Number.POSITIVE_INFINITY : tests / failing;
  let count = 0;
  let failed = 0;
  for (let file = 0; file < files; file += 1) {
    const lines = [];
    for (let index = 0; index < tests / files; index += 1) {
      count += 1;
      const fails = Math.floor(count / every) > failed;
      if (fails) failed += 1;
      const body = fails ? failure(count) : `expect(${count}).toBe(${count});`;
      lines.push(`  test('case ${count} of the order book', () => { ${body} });`);
    }
    const folder = join(directory, `area-${file % 10}`);
    mkdirSync(folder, { recursive: true });
    writeFileSync(
      join(folder, `file-${file}.test.js`),
      `describe('file ${file}', () => {\n${lines.join('\n')}\n});\n`,
    );
  }
};
