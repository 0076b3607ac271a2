import { describe, expect, it } from 'vitest';
import { renderText } from '../../src/report/render-text.js';
import { failureOf } from '../failure.fixture.js';
import { reportOf } from '../report.fixture.js';

describe('renderText', () => {
  it('holds every failure with its message, and every section that has something to say', () => {
    const failures = Array.from({ length: 30 }, (_, index) => failureOf(`reason number ${index} is\nodd`));
    const text = renderText(reportOf([...failures, failureOf('late', { flaky: true })], 10, ['a gap']));
    for (let index = 0; index < 30; index += 1)
      expect(text).toContain(`reason number ${index} is\n      odd`);
    for (const title of [
      'Look at first',
      'Flaky: passed only on retry',
      'Failures by category',
      'Pass rate by folder',
      'What this report does not know',
    ]) {
      expect(text).toContain(`\n${title}\n${'-'.repeat(title.length)}\n`);
    }
    expect(text).not.toContain('Pass rate by area');
  });

  it('shows the evidence beside its failure, and says how much more there is', () => {
    const facts = Array.from({ length: 10 }, (_, index) => ({
      name: `pool.${index}`,
      data: { busy: index },
    }));
    const text = renderText(
      reportOf([failureOf('one', { evidence: facts }), failureOf('two', { evidence: facts.slice(3, 4) })]),
    );
    expect(text).toContain('      one\n      pool.0: {"busy":0}\n');
    expect(text).toContain('      pool.7: {"busy":7}\n      … 2 facts more in report.json\n');
    expect(text).toContain('      two\n      pool.3: {"busy":3}\n');
  });

  it('names the directory that was kept, however many facts stand beside it', () => {
    const facts = Array.from({ length: 10 }, (_, index) => ({ name: `pool.${index}`, data: {} }));
    const kept = { name: 'directory.kept', data: { path: '/var/lib/work/of this test', days: 2 } };
    const report = reportOf([failureOf('one', { evidence: [...facts, kept] })]);
    expect(renderText(report)).toContain(
      '      one\n      its directory is kept for 2 days: /var/lib/work/of this test\n      pool.0: {}\n',
    );
    expect(renderText(report)).not.toContain('directory.kept');
  });

  it('cuts a wall of text and says how much is left', () => {
    expect(renderText(reportOf([failureOf('line\n'.repeat(500))]))).toContain(
      '… 489 lines more in report.json',
    );
  });
});
