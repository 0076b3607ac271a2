import { testCases } from '../../src/test-cases.js';

testCases('jest-30');
