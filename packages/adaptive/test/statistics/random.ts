/** A repeatable sequence of numbers from 0 to 1 (mulberry32). */
export const seededRandom = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

/** Successes in so many samples of this rate. */
export const drawSuccesses = (random: () => number, samples: number, rate: number): number => {
  let successes = 0;
  for (let sample = 0; sample < samples; sample++) if (random() < rate) successes += 1;
  return successes;
};
