const assert = require('node:assert/strict');
const { startService } = require('../../environment/service');

describe('login under load', () => {
  let service;

  beforeAll(async () => {
    service = await startService();
  });
  afterAll(() => service?.close());

  const callAtOnce = (count) =>
    Promise.all(Array.from({ length: count }, () => service.request('/orders', { customer: 'ada' })));

  test('every one of 20 concurrent callers is let in', async () => {
    const responses = await callAtOnce(20);
    expect(responses.map(({ status }) => status)).toEqual(Array(20).fill(200));
  });

  test('20 concurrent callers contend for the 10 places of the gate', async () => {
    const before = service.api.gate.stats.contentions;
    await callAtOnce(20);
    const contentions = service.api.gate.stats.contentions - before;
    assert.ok(contentions >= 1, 'the gate should see some contention under load');
  });
});
