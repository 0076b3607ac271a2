const { createHmac, timingSafeEqual } = require('node:crypto');
const { Unauthorized } = require('./unauthorized');

/**
 * Signed tokens that say which customer is calling, and until when.
 * @param {object} options
 * @param {string} options.secret
 * @param {number} [options.lifetimeMs] Default: 15 minutes
 * @param {() => number} [options.now] milliseconds since the epoch
 */
function createTokens({ secret, lifetimeMs = 15 * 60_000, now = Date.now }) {
  const signature = (body) => createHmac('sha256', secret).update(body).digest();

  const sign = (customer) => {
    const body = Buffer.from(JSON.stringify({ customer, expires: now() + lifetimeMs })).toString('base64url');
    return `${body}.${signature(body).toString('base64url')}`;
  };

  /** @returns {string} the customer */
  const verify = (token) => {
    const [body = '', given = ''] = token.split('.');
    const expected = signature(body);
    const received = Buffer.from(given, 'base64url');
    if (received.length !== expected.length || !timingSafeEqual(received, expected)) {
      throw new Unauthorized('the signature does not match');
    }
    const { customer, expires } = JSON.parse(Buffer.from(body, 'base64url').toString());
    const nowInSeconds = Math.floor(now() / 1000);
    if (expires < nowInSeconds) throw new Unauthorized('the token has expired');
    return customer;
  };

  return { sign, verify };
}

module.exports = { createTokens };
