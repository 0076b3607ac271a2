import { describe, expect, it } from 'vitest';
import { secretValues } from '../../src/secrets/secret-values.js';

const found = (name: string, value: string) => secretValues({ [name]: value });

describe('secretValues', () => {
  it.each([
    'API_TOKEN',
    'STRIPE_SECRET',
    'DB_PASSWORD',
    'PGPASSWORD',
    'MY_PASS',
    'GCP_CREDENTIALS',
    'SIGNING_KEY',
    'BASIC_AUTH',
    'npm_config_//registry/:_authToken',
    'apiKey',
  ])('takes the value of %s', (name) => {
    expect(found(name, 'v4lue-of-it')).toEqual(['v4lue-of-it']);
  });

  it.each([
    'PWD',
    'OLDPWD',
    'MONKEY',
    'GIT_AUTHOR_NAME',
    'KEYBOARD_LAYOUT',
    'HOME',
    'PATH',
    'COMPASS',
    'SECRET_FILE',
    'TOKEN_TTL',
  ])('leaves the value of %s', (name) => {
    expect(found(name, 'v4lue-of-it')).toEqual([]);
  });

  it.each(['', 'true', 'false', 'abc', '12345', 'postgres', 'password', 'aaaaaaaa', 'undefined'])(
    'leaves the trivial value "%s", which would shred a report',
    (value) => {
      expect(found('DB_PASSWORD', value)).toEqual([]);
    },
  );

  it('leaves paths under names that only sound secret', () => {
    expect(found('SSH_AUTH_SOCK', '/tmp/ssh-x1/agent.12')).toEqual([]);
    expect(found('SIGNING_KEY', './keys/signing.pem')).toEqual([]);
  });

  it('takes the password out of a URL, whatever the variable is called', () => {
    expect(found('DATABASE_URL', 'postgres://app:s3cr3t!@db/orders')).toContain('s3cr3t!');
  });

  it('leaves a password that is a user’s name, or a word that everybody sees', () => {
    expect(secretValues({ PGUSER: 'orders', PGPASSWORD: 'orders' })).toEqual([]);
    expect(found('DATABASE_URL', 'postgres://orders:orders@db/orders')).toEqual([]);
    expect(secretValues({ DB_PASSWORD: 'checkout' }, ['srv', 'checkout'])).toEqual([]);
  });

  it('lists the longest first, so that no part of a secret is left beside its mask', () => {
    expect(secretValues({ A_TOKEN: 'abcdef1', B_TOKEN: 'abcdef1234' })).toEqual(['abcdef1234', 'abcdef1']);
  });
});
