import { describe, expect, it } from 'vitest';
import { Cart, connect } from '../src/cart.js';

describe('cart', () => {
  it('adds up', () => {
    expect(new Cart([{ price: { amount: 2 } }]).total()).toBe(2);
  });
  describe('with discount', () => {
    it('takes ten in a hundred off', () => {
      expect(new Cart([{ price: { amount: 100 } }]).total()).toBe(90);
    });
    it('keeps "quotes" & <tags> ]]> in its title', () => {
      expect({ name: '<b>&amp;</b>', list: [1, 2] }).toEqual({ name: '<i>', list: [1, 3] });
    });
  });
  it('reads a price that is missing', () => {
    new Cart([{}]).total();
  });
  it('reaches the stock service', async () => {
    await connect(1);
  });
  it('waits for an answer', async () => {
    await new Promise(() => {});
  }, 100);
  it.skip('is skipped', () => {});
  it.todo('is to be written');
  it.each([1, 2, 3])('is below three: %i', (number) => {
    console.log('FAIL in a message of the test itself');
    expect(number).toBeLessThan(3);
  });
});
