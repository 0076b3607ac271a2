const assert = require('node:assert');
const { before, describe, it } = require('node:test');
const { Cart, connect } = require('../src/cart.js');

describe('cart', () => {
  it('adds up', () => {
    assert.strictEqual(new Cart([{ price: { amount: 2 } }]).total(), 2);
  });
  describe('with discount', () => {
    it('takes ten in a hundred off', () => {
      assert.strictEqual(new Cart([{ price: { amount: 100 } }]).total(), 90);
    });
    it('keeps "quotes" & <tags> ]]> # in its title', () => {
      assert.deepStrictEqual({ name: '<b>&amp;</b>', list: [1, 2] }, { name: '<i>', list: [1, 3] });
    });
  });
  it('reads a price that is missing', () => {
    new Cart([{}]).total();
  });
  it('reaches the stock service', async () => {
    await connect(1);
  });
  it('waits for an answer', { timeout: 100 }, async () => {
    await new Promise((resolve) => setTimeout(resolve, 500));
  });
  it('is skipped', { skip: true }, () => {});
  it('is to be written', { todo: true }, () => {});
});

describe('a store', () => {
  before(() => {
    throw new Error('the database is not seeded');
  });
  it('reads', () => {});
  it('writes', () => {});
});
