import { coreModule } from '@holdfast/journal/sandbox';
import { nextTurn } from '../clock.js';

/** One kind of work that a calibration times. */
export type CalibrationPart = 'hashing' | 'json' | 'allocation' | 'turns';

const createHash = coreModule('node:crypto')?.createHash;
const HASH_ROUNDS = 430;
const HASH_BYTES = 65_536;
const JSON_ROUNDS = 60;
const ALLOCATION_ROUNDS = 240;
const TURNS = 16_000;

const hashing = (): number => {
  const block = new Uint8Array(HASH_BYTES);
  for (let index = 0; index < block.length; index++) block[index] = index & 0xff;
  let digest = '';
  for (let round = 0; round < HASH_ROUNDS; round++) {
    digest = createHash?.('sha256').update(block).update(digest).digest('hex') ?? '';
  }
  return digest.length;
};

const json = (): number => {
  let rows: unknown = Array.from({ length: 400 }, (_, id) => ({
    id,
    name: `row ${id}`,
    tags: ['a', 'b'],
    at: id / 7,
  }));
  let length = 0;
  for (let round = 0; round < JSON_ROUNDS; round++) {
    const text = JSON.stringify(rows);
    length += text.length;
    rows = JSON.parse(text);
  }
  return length;
};

const allocation = (): number => {
  let total = 0;
  for (let round = 0; round < ALLOCATION_ROUNDS; round++) {
    const table = new Map<string, { key: number; list: number[] }>();
    for (let key = 0; key < 1_000; key++) table.set(`k${key}`, { key, list: [key, round] });
    for (const entry of table.values()) total += entry.list.length;
  }
  return total;
};

const turns = async (): Promise<number> => {
  for (let turn = 0; turn < TURNS; turn++) await nextTurn();
  return TURNS;
};

/** Work that needs no event loop, and work that is the event loop. */
export const SYNCHRONOUS_PARTS = { hashing, json, allocation };
export const ASYNCHRONOUS_PARTS = { turns };
