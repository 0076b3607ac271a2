import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openHistory } from '../../src/project/open-history.js';
import { createReportWatch } from '../../src/project/report-of-run.js';

const cwd = realpathSync(mkdtempSync(join(tmpdir(), 'holdfast-watch-')));
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

const junit = (body: string): string => `<testsuite name="a" tests="1">${body}</testsuite>`;

describe('the report of a run', () => {
  it('is told from the one before, and where it cannot be read that is told too', async () => {
    const path = join(cwd, 'junit.xml');
    writeFileSync(path, junit('<testcase classname="c" name="x"/>'));
    const watch = createReportWatch(path, cwd, openHistory(undefined, cwd));
    expect(await watch.take()).toEqual({});
    writeFileSync(path, junit('<testcase classname="c" name="x"><failure message="late"/></testcase>'));
    expect((await watch.take()).view?.totals).toEqual({ passed: 0, failed: 1 });
    expect(await watch.take()).toEqual({});
    writeFileSync(path, '<testsuite name="a"><testca');
    expect((await watch.take()).problem).toMatch(/^cannot be read: line 1: it ends in the middle/);
    rmSync(path);
    expect(await watch.take()).toEqual({});
  });
});
