import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type FileSystem, fileSystem } from '../../src/session/file-system.js';
import { writeReports } from '../../src/session/write-reports.js';
import { reportOf } from '../report.fixture.js';
import { temporaryFolder } from './session.fixture.js';

describe('writeReports', () => {
  it('removes the report of a format that is switched off, and leaves files of others alone', () => {
    const folder = temporaryFolder();
    writeReports(reportOf([]), folder, ['json', 'text', 'csv', 'markdown']);
    writeFileSync(join(folder, 'notes.md'), 'mine');
    const { written } = writeReports(reportOf([]), folder, ['json']);
    expect(written).toEqual([join(folder, 'report.json')]);
    expect(readdirSync(folder).sort()).toEqual(['notes.md', 'report.json']);
  });

  it('neither replaces nor removes a file of the same name that somebody else wrote', () => {
    const folder = temporaryFolder();
    const own = {
      'report.json': '{"name":"mine"}',
      'summary.md': '# My book\n',
      'report.txt': 'My report',
      'report.html': '<!doctype html>\n<title>Mine</title>',
    };
    for (const [name, text] of Object.entries(own)) writeFileSync(join(folder, name), text);
    const { written, gaps } = writeReports(reportOf([]), folder, ['json', 'markdown', 'csv', 'html']);
    expect(written).toEqual([join(folder, 'inventory.csv')]);
    expect(gaps).toEqual([
      `Holdfast did not write what is called report.html, summary.md, report.json in ${folder}, and left it alone: choose another outputDir`,
    ]);
    for (const [name, text] of Object.entries(own))
      expect(readFileSync(join(folder, name), 'utf8')).toBe(text);
  });

  it('replaces its own reports of an earlier run, and an empty file', () => {
    const folder = temporaryFolder();
    const formats = ['json', 'text', 'csv', 'markdown', 'html'] as const;
    writeFileSync(join(folder, 'report.json'), '');
    expect(writeReports(reportOf([]), folder, formats).gaps).toEqual([]);
    expect(writeReports(reportOf([]), folder, formats)).toMatchObject({ gaps: [], written: { length: 5 } });
  });

  it('says in one sentence what could not be written, and writes the rest', () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'report.txt'));
    writeFileSync(join(folder, 'report.txt', 'x'), '');
    const { written, gaps } = writeReports(reportOf([]), folder, ['json', 'text']);
    expect(written).toEqual([join(folder, 'report.json')]);
    expect(gaps).toHaveLength(1);
    expect(gaps[0]).toMatch(/^report\.txt could not be written to .* \(E[A-Z]+\)$/);
    expect(existsSync(join(folder, 'report.json'))).toBe(true);
  });

  it('writes none where one finds no room, and leaves those of the run before as they are', () => {
    const folder = temporaryFolder();
    const formats = ['json', 'text', 'csv', 'markdown'] as const;
    writeReports(reportOf([]), folder, formats);
    const texts = () => readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]);
    const old = texts();
    let room = 1_000;
    const write = (descriptor: number, bytes: Uint8Array, offset: number, length: number): number => {
      if (length > room) throw Object.assign(new Error('full'), { code: 'ENOSPC', syscall: 'write' });
      room -= length;
      return fileSystem.write(descriptor, bytes, offset, length);
    };
    const files = { ...fileSystem, write: write as FileSystem['write'] };
    const { written, gaps } = writeReports(reportOf([], 20), folder, formats, files);
    expect(room).toBeLessThan(1_000);
    expect(written).toEqual([]);
    expect(gaps).toEqual([
      `report.txt, summary.md, inventory.csv, report.json could not be written to ${folder} (ENOSPC)`,
    ]);
    expect(texts()).toEqual(old);
  });

  it('names a report once that can neither be made nor removed', () => {
    const folder = temporaryFolder();
    writeReports(reportOf([]), folder, ['json']);
    const unprintable = { ...reportOf([]), gaps: [1n as unknown as string] };
    const remove = (path: string): void => {
      throw Object.assign(new Error(`locked: ${path}`), { code: 'EBUSY', syscall: 'unlink' });
    };
    const files = { ...fileSystem, remove: remove as FileSystem['remove'] };
    const { written, gaps } = writeReports(unprintable, folder, ['json'], files);
    expect(written).toEqual([]);
    expect(gaps).toEqual([expect.stringMatching(/^report\.json could not be written to .*BigInt/)]);
  });

  it('removes that of the run before where a report cannot be made, and writes the rest', () => {
    const folder = temporaryFolder();
    writeReports(reportOf([]), folder, ['json', 'csv']);
    const unprintable = { ...reportOf([]), gaps: [1n as unknown as string] };
    const { gaps } = writeReports(unprintable, folder, ['json', 'csv']);
    expect(gaps).toEqual([expect.stringMatching(/^report\.json could not be written to .*BigInt/)]);
    expect(readdirSync(folder)).toEqual(['inventory.csv']);
  });
});
