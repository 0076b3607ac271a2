const { asAdministrator } = require('../../environment/database');

describe('tenants', () => {
  afterAll(() => asAdministrator('DROP DATABASE IF EXISTS tenant_acme WITH (FORCE)'));

  test('get a database of their own', async () => {
    await asAdministrator('CREATE DATABASE tenant_acme TEMPLATE orders_template');
  });

  test('get a database with the catalogue in it', async () => {
    await asAdministrator('CREATE DATABASE tenant_acme TEMPLATE orders_template');
  });
});
