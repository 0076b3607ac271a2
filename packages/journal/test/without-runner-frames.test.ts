import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { withoutRunnerFrames } from '../src/without-runner-frames.js';

const USER = '    at Object.<anonymous> (/project/tests/order.test.js:11:66)';
const CIRCUS = '    at _callCircusTest (/project/node_modules/jest-circus/build/jestAdapterInit.js:1167:40)';
const VITEST = '    at file:///project/node_modules/@vitest/runner/dist/chunk-hooks.js:302:11';
const NODE = '    at processTicksAndRejections (node:internal/process/task_queues:95:5)';
const PROMISE = '    at new Promise (<anonymous>)';

const cut = (...lines: string[]): string[] => {
  const stack = ['Error: x', ...lines].join('\n');
  return withoutRunnerFrames(stack, 'Error: x'.length).split('\n').slice(1);
};

describe('withoutRunnerFrames', () => {
  test('leaves out the frames through which the runner called the test', () => {
    expect(cut(USER, CIRCUS, PROMISE, NODE, CIRCUS)).toEqual([USER]);
    expect(cut(USER, VITEST, NODE)).toEqual([USER]);
    expect(cut(USER, String.raw`    at run (C:\project\node_modules\jest-circus\build\run.js:1:2)`)).toEqual([
      USER,
    ]);
  });

  test('keeps frames of the runner that lie between others', () => {
    expect(cut(CIRCUS, USER, NODE, USER, CIRCUS)).toEqual([CIRCUS, USER, NODE, USER]);
  });

  test('keeps a stack whole that has no other frames', () => {
    expect(cut(CIRCUS, NODE)).toEqual([CIRCUS, NODE]);
    expect(cut()).toEqual([]);
  });

  test('keeps frames of dependencies', () => {
    const dependency = '    at Client.connect (/project/node_modules/pg/lib/client.js:52:9)';
    expect(cut(USER, dependency, NODE)).toEqual([USER, dependency]);
  });

  test('keeps what only looks like a frame within the message', () => {
    const message = `Error: seen\n${CIRCUS}`;
    expect(withoutRunnerFrames(`${message}\n${USER}\n${NODE}`, message.length)).toBe(`${message}\n${USER}`);
    expect(withoutRunnerFrames(`${message}\n${NODE}`, message.length)).toBe(`${message}\n${NODE}`);
  });

  test('gives the beginning of the stack, and the same when asked again', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(USER, CIRCUS, VITEST, NODE, PROMISE)), (lines) => {
        const once = cut(...lines);
        expect(lines.slice(0, once.length)).toEqual(once);
        expect(cut(...once)).toEqual(once);
      }),
    );
  });
});
