import { isJest, type Setting } from '../src/matrix.js';

/** Tests that leave something behind, and ones that suffer from it. */
export const leakingFiles = (setting: Setting): Record<string, string> => {
  const load = (name: string): string =>
    isJest(setting) ? `require('node:${name}')` : `await import('node:${name}')`;
  return {
    'handles.test.js': `const net = ${load('net')};
const servers = [];
const open = async () => {
  await new Promise((resolve) => setTimeout(resolve, 1));
  const server = net.createServer();
  servers.push(server);
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
};
afterAll(() => servers.forEach((server) => server.close()));
test('leaves a server', async () => { await open(); });
test('closes its server', async () => { (await open()).close(); });
let toClose;
test('closes its server in a hook', async () => { toClose = await open(); });
let toClear;
test('leaves an interval', () => { toClear = setInterval(() => {}, 60_000); });
afterEach(() => { toClose?.close(); toClose = undefined; });
afterAll(() => clearInterval(toClear));
`,
    'concurrent.test.js': `const net = ${load('net')};
const left = [];
const open = async () => {
  await new Promise((resolve) => setTimeout(resolve, 5));
  const server = net.createServer();
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
};
const close = (server) => new Promise((resolve) => server.close(resolve));
afterAll(() => left.forEach((server) => server.close()));
test.concurrent('closes its server beside others', async () => {
  const server = await open();
  await new Promise((resolve) => setTimeout(resolve, 60));
  await close(server);
});
test.concurrent('leaves a server beside others', async () => { left.push(await open()); });
test.concurrent('leaves nothing beside others', async () => { await new Promise((resolve) => setTimeout(resolve, 20)); });
`,
    'worker.test.js': `const { Worker } = ${load('worker_threads')};
let left;
test('leaves a worker thread', () => { left = new Worker('setInterval(() => {}, 60_000)', { eval: true }); });
afterAll(() => left.terminate());
`,
    'ended-worker.test.js': `const { Worker } = ${load('worker_threads')};
test('ends its worker thread, for which Node first opens the output of the process', async () => {
  await new Worker('', { eval: true }).terminate();
});
`,
    'state.test.js': `
test('sets the currency', () => { process.env.ORDER_CURRENCY = 'USD'; });
test('pays in euros', () => {
  const currency = process.env.ORDER_CURRENCY ?? 'EUR';
  if (currency !== 'EUR') throw new Error('ORDER_CURRENCY must be EUR here, got ' + currency);
});
test('has a bug of its own', () => { expect({ total: 2 }).toEqual({ total: 3 }); });
test('loads a module for which Node replaces a function of the process', async () => {
  const { isMainThread } = ${load('worker_threads')};
  expect(isMainThread).toBeDefined();
});
test('puts a variable back', () => {
  const before = process.env.PATH;
  process.env.PATH = '/nowhere';
  process.env.PATH = before;
});
`,
  };
};
