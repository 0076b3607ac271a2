const { setImmediate: tick } = require('node:timers/promises');
const { createGate } = require('../../src/auth/gate');

describe('the gate', () => {
  test('lets no more in than it has places', async () => {
    const gate = createGate(2);
    let inside = 0;
    let most = 0;
    const task = async () => {
      most = Math.max(most, ++inside);
      await tick();
      inside -= 1;
    };
    await Promise.all(Array.from({ length: 7 }, () => gate.enter(task)));
    expect(most).toBe(2);
    expect(gate.stats).toEqual({ entered: 7, contentions: 5 });
  });

  test('frees the place of a task that failed', async () => {
    const gate = createGate(1);
    await expect(gate.enter(() => Promise.reject(new Error('refused')))).rejects.toThrow('refused');
    expect(await gate.enter(() => 'next')).toBe('next');
  });
});
