import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
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
