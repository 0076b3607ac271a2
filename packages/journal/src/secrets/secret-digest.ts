import { charCodeAt, multiply } from '../intrinsics.js';

/**
 * A secret value as it may be written down: enough to find the value again in a text, too little to tell it. Of a value
 * with more than 64 bits of chance nothing but these 64 can be told from it.
 */
export interface SecretDigest {
  /** Of the value, in UTF-16 units. */
  readonly length: number;
  /** A sum that can be carried along a text from one character to the next. */
  readonly rolling: number;
  /** A sum of another kind, asked where the first agrees. */
  readonly check: number;
}

const PRIME = 16_777_619;

const stir = (hash: number): number => {
  let mixed = multiply(hash ^ (hash >>> 16), 0x85_eb_ca_6b);
  mixed = multiply(mixed ^ (mixed >>> 13), 0xc2_b2_ae_35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
};

/** The number that makes digests of one run useless for any other; `name` is that of the run's directory. */
export const digestSalt = (name: string): number => {
  let hash = 0x81_1c_9d_c5;
  for (let index = 0; index < name.length; index++) hash = multiply(hash ^ charCodeAt(name, index), PRIME);
  return stir(hash);
};

/** By what the rolling sum is multiplied from one character to the next: odd, and another in each run. */
export const rollingFactor = (salt: number): number => (salt | 1) >>> 0;

/** The rolling sum of the `length` units of a text from `start` on. */
export const rollingSum = (text: string, start: number, length: number, salt: number): number => {
  const factor = rollingFactor(salt);
  let sum = 0;
  for (let index = start; index < start + length; index++) {
    sum = (multiply(sum, factor) + charCodeAt(text, index)) | 0;
  }
  return sum >>> 0;
};

/** The sum that settles it. */
export const checkSum = (text: string, start: number, length: number, salt: number): number => {
  let hash = salt ^ length;
  for (let index = start; index < start + length; index++) {
    hash = multiply(hash ^ charCodeAt(text, index), PRIME);
    hash = (hash << 13) | (hash >>> 19);
  }
  return stir(hash);
};

export const digestSecret = (value: string, salt: number): SecretDigest => ({
  length: value.length,
  rolling: rollingSum(value, 0, value.length, salt),
  check: checkSum(value, 0, value.length, salt),
});
