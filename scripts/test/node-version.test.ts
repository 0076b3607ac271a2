import { expect, it } from 'vitest';
import { nodeVersionProblem } from '../prepare/node-version.mjs';

it.each(['20.19.0', '20.20.2', '22.0.0', '24.1.0'])('Node %s will do', (version) => {
  expect(nodeVersionProblem(version)).toBeUndefined();
});

it.each(['20.18.3', '18.20.0', '12.22.12'])('Node %s is too old, and the message says so', (version) => {
  expect(nodeVersionProblem(version)).toContain(`needs Node 20.19.0 or later; this is Node ${version}`);
});
