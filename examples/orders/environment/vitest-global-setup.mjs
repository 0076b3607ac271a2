import { startEnvironment } from './start.js';

let stop;

export async function setup() {
  stop = await startEnvironment();
}

export async function teardown() {
  await stop?.();
}
