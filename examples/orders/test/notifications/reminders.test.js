const { setTimeout: sleep } = require('node:timers/promises');
const { createReminders } = require('../../src/notifications/reminders');

describe('reminders', () => {
  test('are sent to customers who have not paid', async () => {
    const sent = [];
    await createReminders({ send: async (to) => sent.push(to) }).remind(['ada@example.com']);
    expect(sent).toEqual(['ada@example.com']);
  });

  test('stop at the first address that is refused', async () => {
    const reminders = createReminders({ send: async () => sleep(10) });
    expect(reminders.remind(['nobody'])).rejects.toThrow('refused');
    await sleep(200);
  });
});
