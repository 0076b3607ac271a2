import { execFile } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { type FileSystem, fileSystem } from '../../src/session/file-system.js';
import { writeAtomically } from '../../src/session/write-atomically.js';
import { temporaryFolder } from './session.fixture.js';

const run = promisify(execFile);

/** Reads a file over and over while others write it, and prints every content it saw that no writer wrote whole. */
const READER = `
const { existsSync, readFileSync } = require('node:fs');
const seen = new Set();
while (!existsSync(process.argv[2])) {
  const text = readFileSync(process.argv[1], 'utf8');
  const whole = text.length === 200000 && new Set(text).size === 1;
  seen.add(whole ? 'whole' : 'torn ' + text.length);
}
console.log(JSON.stringify([...seen]));
`;

describe('writeAtomically', () => {
  it('replaces a file and leaves nothing beside it', () => {
    const folder = temporaryFolder();
    writeAtomically(folder, 'report.txt', 'old');
    expect(writeAtomically(folder, 'report.txt', 'nöu')).toBe(join(folder, 'report.txt'));
    expect(readFileSync(join(folder, 'report.txt'), 'utf8')).toBe('nöu');
    expect(readdirSync(folder)).toEqual(['report.txt']);
  });

  it('keeps the old file, and no temporary one, where the disk fills up half way', () => {
    const folder = temporaryFolder();
    writeAtomically(folder, 'report.txt', 'old');
    const full = {
      ...fileSystem,
      write: () => {
        throw Object.assign(new Error('no space'), { code: 'ENOSPC' });
      },
    };
    expect(() => writeAtomically(folder, 'report.txt', 'new', full as unknown as FileSystem)).toThrow(
      'no space',
    );
    expect(readFileSync(join(folder, 'report.txt'), 'utf8')).toBe('old');
    expect(readdirSync(folder)).toEqual(['report.txt']);
  });

  it('writes on where the system takes only a part at once', () => {
    const folder = temporaryFolder();
    const slow = {
      ...fileSystem,
      write: (descriptor: number, bytes: Uint8Array, offset: number) =>
        fileSystem.write(descriptor, bytes, offset, Math.min(3, bytes.length - offset)),
    };
    writeAtomically(folder, 'report.txt', 'in many parts', slow as unknown as FileSystem);
    expect(readFileSync(join(folder, 'report.txt'), 'utf8')).toBe('in many parts');
  });

  it('writes parts of all sizes one behind the other', () => {
    const folder = temporaryFolder();
    const parts = [
      '',
      'ä',
      '“x”'.repeat(40_000),
      '\n',
      'y'.repeat(200_000),
      '🙂',
      `z${'🙂'.repeat(50_000)}`,
      '',
    ];
    writeAtomically(folder, 'report.txt', (write) => parts.forEach(write));
    expect(readFileSync(join(folder, 'report.txt'), 'utf8')).toBe(parts.join(''));
    writeAtomically(folder, 'report.txt', parts.join(''));
    expect(readFileSync(join(folder, 'report.txt'), 'utf8')).toBe(parts.join(''));
    writeAtomically(folder, 'report.txt', () => {});
    expect(readFileSync(join(folder, 'report.txt'), 'utf8')).toBe('');
  });

  it('never shows half a file to another process', async () => {
    const folder = temporaryFolder();
    const file = join(folder, 'report.json');
    writeAtomically(folder, 'report.json', 'a'.repeat(200_000));
    const stop = join(folder, 'stop');
    const readers = [1, 2].map(() => run(process.execPath, ['-e', READER, file, stop]));
    for (let round = 0; round < 300; round += 1) {
      writeAtomically(folder, 'report.json', String.fromCharCode(97 + (round % 26)).repeat(200_000));
      if (round % 50 === 0) await new Promise((resolve) => setTimeout(resolve, 20));
    }
    writeFileSync(stop, '');
    for (const { stdout } of await Promise.all(readers)) {
      expect(JSON.parse(stdout).filter((seen: string) => seen !== 'whole')).toEqual([]);
    }
  }, 30_000);
});
