const { readSettings } = require('../../src/settings');

describe('settings', () => {
  const complete = {
    ORDERS_DATABASE_URL: 'postgres://127.0.0.1/orders',
    ORDERS_TOKEN_SECRET: 'a secret of these tests',
    ORDERS_MAIL_SENDER: 'orders@example.com',
  };

  test('have a port of their own choice', () => {
    expect(readSettings(complete).port).toBe(8080);
  });

  test('take the port that is given', () => {
    expect(readSettings({ ...complete, ORDERS_PORT: '9090' }).port).toBe(9090);
  });

  test('are complete on this machine', () => {
    const environment = {
      ORDERS_DATABASE_URL: `${process.env.ORDERS_DATABASE_SERVER}/orders`,
      ...process.env,
    };
    expect(readSettings(environment).mailSender).toMatch(/@/);
  });
});
