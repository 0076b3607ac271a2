import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
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
    const own = { 'report.json': '{"name":"mine"}', 'summary.md': '# My book\n', 'report.txt': 'My report' };
    for (const [name, text] of Object.entries(own)) writeFileSync(join(folder, name), text);
    const { written, gaps } = writeReports(reportOf([]), folder, ['json', 'markdown', 'csv']);
    expect(written).toEqual([join(folder, 'inventory.csv')]);
    expect(gaps).toEqual([
      `Holdfast did not write what is called summary.md, report.json in ${folder}, and left it alone: choose another outputDir`,
    ]);
    for (const [name, text] of Object.entries(own))
      expect(readFileSync(join(folder, name), 'utf8')).toBe(text);
  });

  it('replaces its own reports of an earlier run, and an empty file', () => {
    const folder = temporaryFolder();
    const formats = ['json', 'text', 'csv', 'markdown'] as const;
    writeFileSync(join(folder, 'report.json'), '');
    expect(writeReports(reportOf([]), folder, formats).gaps).toEqual([]);
    expect(writeReports(reportOf([]), folder, formats)).toMatchObject({ gaps: [], written: { length: 4 } });
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
});
