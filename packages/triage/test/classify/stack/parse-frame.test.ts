import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseFrame } from '../../../src/classify/stack/parse-frame.js';

const owners: readonly [line: string, owner: string][] = [
  ['    at Object.<anonymous> (/app/test/orders.test.ts:12:9)', 'test'],
  ['    at /app/src/__tests__/a.js:1:1', 'test'],
  ['    at buildOrder (/app/test/support/build-order.ts:3:5)', 'test'],
  ['    at findOrder (/app/src/orders/store.ts:41:17)', 'product'],
  ['    at async Promise.all (index 0)', 'product'],
  ['    at findOrder (file:///C:/projects/app/src/store.mjs:4:2)', 'product'],
  ['    at findOrder (C:\\work\\app\\src\\store.js:4:2)', 'product'],
  ['    at eval (webpack-internal:///./src/store.js:7:11)', 'product'],
  ['    at Client.query (/app/node_modules/pg/lib/client.js:526:17)', 'dependency'],
  ['    at x (/app/node_modules/.pnpm/pg@8.11.0/node_modules/pg/lib/client.js:1:1)', 'dependency'],
  ['    at x (C:\\app\\node_modules\\pg\\lib\\client.js:1:1)', 'dependency'],
  ['    at x (/app/node_modules/jest-environment-jsdom-global/index.js:1:1)', 'dependency'],
  ['    at Promise.then.completed (/app/node_modules/jest-circus/build/utils.js:298:28)', 'runner'],
  ['    at x (/app/node_modules/jest-jasmine2/build/queueRunner.js:45:12)', 'runner'],
  [
    '    at x (file:///app/node_modules/.pnpm/@vitest+runner@4.0.0/node_modules/@vitest/runner/dist/index.js:9:1)',
    'runner',
  ],
  ['    at Proxy.<anonymous> (/app/node_modules/@vitest/expect/dist/index.js:1:1)', 'runner'],
  ['    at x (/app/node_modules/chai/chai.js:1:1)', 'runner'],
  ['    at x (/app/node_modules/expect/build/index.js:1:1)', 'runner'],
  ['    at process.processTicksAndRejections (node:internal/process/task_queues:95:5)', 'node'],
  ['    at Module._compile (internal/modules/cjs/loader.js:999:30)', 'node'],
  ['    at TCPConnectWrap.afterConnect [as oncomplete] (net.js:1144:16)', 'node'],
  [' ❯ findOrder src/orders/store.ts:41:17', 'product'],
  [' ❯ test/orders.test.ts:12:9', 'test'],
  [' ❯ bindings node_modules/bindings/bindings.js:112:48', 'dependency'],
  ['findOrder@http://localhost:5173/src/store.ts:4:2', 'product'],
];

describe('the owner of a frame', () => {
  it.each(owners)('%s', (line, owner) => {
    const frame = parseFrame(line);
    expect(frame?.owner).toBe(line.includes('index 0') ? 'product' : owner);
  });

  it('is the test for the failing file, whatever its name', () => {
    expect(
      parseFrame('    at Context.<anonymous> (/app/checks/orders.ts:3:1)', 'checks/orders.ts')?.owner,
    ).toBe('test');
  });
});

describe('a frame', () => {
  it('has file, line, column and function', () => {
    expect(parseFrame('    at async Store.find (file:///app/src/store.ts?v=1a2b:41:17)')).toEqual({
      owner: 'product',
      file: '/app/src/store.ts',
      line: 41,
      column: 17,
      functionName: 'Store.find',
    });
  });

  it('keeps parentheses that belong to a path', () => {
    expect(parseFrame('    at /app/src/(shop)/page.ts:5:6')).toMatchObject({
      file: '/app/src/(shop)/page.ts',
      line: 5,
    });
  });

  it.each(['', 'Error: boom', '  - Expected', '   12|   expect(1).toBe(2);', 'mail me@example.com'])(
    'is not what %j is',
    (line) => {
      expect(parseFrame(line)).toBeUndefined();
    },
  );

  it('never throws, whatever the line', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.constantFrom('    at ', ' ❯ ', 'x@', ''),
        (rest, start) => {
          const frame = parseFrame(start + rest);
          if (frame?.line !== undefined) expect(frame.line).toBeGreaterThanOrEqual(0);
        },
      ),
    );
  });
});
