import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { writeReports } from '../../src/session/write-reports.js';
import { failureOf } from '../failure.fixture.js';
import { reportOf } from '../report.fixture.js';
import { temporaryFolder } from './session.fixture.js';

/** What the other tests have replaced; the page, which the build lays beside it, does not lie there. */
const REAL = vi.hoisted(() => '../../src/session/page-shell.js?real');

vi.mock(import('../../src/session/page-shell.js'), () => import(REAL));

it('a package without its page leaves one report unwritten, and says so', () => {
  const folder = temporaryFolder();
  const { written, gaps } = writeReports(reportOf([failureOf('boom')]), folder, ['html', 'json', 'text']);
  expect(written).toEqual([join(folder, 'report.txt'), join(folder, 'report.json')]);
  expect(gaps).toEqual([
    `report.html could not be written to ${folder} (report-page.html of @holdfast/triage cannot be read: ENOENT)`,
  ]);
});
