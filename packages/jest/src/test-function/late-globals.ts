import { type JestGlobals, jestGlobals, lateFunction } from './jest-globals.js';
import { test } from './test.js';

export const it: typeof test = test;
export const expect: JestGlobals['expect'] = lateFunction(() => jestGlobals().expect);
export const describe: JestGlobals['describe'] = lateFunction(() => jestGlobals().describe);
export const beforeAll: JestGlobals['beforeAll'] = lateFunction(() => jestGlobals().beforeAll);
export const afterAll: JestGlobals['afterAll'] = lateFunction(() => jestGlobals().afterAll);
export const beforeEach: JestGlobals['beforeEach'] = lateFunction(() => jestGlobals().beforeEach);
export const afterEach: JestGlobals['afterEach'] = lateFunction(() => jestGlobals().afterEach);
