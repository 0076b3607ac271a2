const required = (environment, name) => {
  const value = environment[name];
  if (!value) throw new Error(`Environment variable ${name} is not set`);
  return value;
};

/** Settings of the service, read from environment variables. */
function readSettings(environment) {
  return {
    databaseUrl: required(environment, 'ORDERS_DATABASE_URL'),
    tokenSecret: required(environment, 'ORDERS_TOKEN_SECRET'),
    mailSender: required(environment, 'ORDERS_MAIL_SENDER'),
    port: Number(environment.ORDERS_PORT ?? 8080),
  };
}

module.exports = { readSettings };
