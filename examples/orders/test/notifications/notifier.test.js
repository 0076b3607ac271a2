const { mkdtempSync, readdirSync, rmSync } = require('node:fs');
const { join } = require('node:path');
const { setTimeout: sleep } = require('node:timers/promises');
const { createAuditLog } = require('../../src/notifications/audit-log');
const { createNotifier } = require('../../src/notifications/notifier');

const order = { id: 7, customer: 'ada@example.com', totalCents: 1740, lines: [{}] };

describe('a confirmation', () => {
  let folder;

  beforeAll(() => {
    folder = mkdtempSync(join(process.env.ORDERS_SCRATCH, 'audit-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test('is sent to the customer', async () => {
    const sent = [];
    await createNotifier({ send: async (message) => sent.push(message) }).confirm(order);
    expect(sent).toEqual([{ to: 'ada@example.com', subject: 'Order 7: 17.40' }]);
  });

  test('leaves an entry in the audit log', async () => {
    await createNotifier({ send: async () => {}, audit: createAuditLog(folder) }).confirm(order);
    // Entries are written in the background.
    await sleep(200);
    expect(readdirSync(folder)).toHaveLength(1);
  });

  test('is sent even where the audit log cannot be written', async () => {
    const sent = [];
    const audit = createAuditLog(join(folder, 'missing'));
    await createNotifier({ send: async (message) => sent.push(message), audit }).confirm(order);
    await sleep(200);
    expect(sent).toHaveLength(1);
  });
});
