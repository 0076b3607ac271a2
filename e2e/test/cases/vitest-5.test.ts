import { testCases } from '../../src/test-cases.js';

testCases('vitest-5');
