import type { ByteSource } from './byte-source.js';
import { parseRecord } from './check-record.js';
import type { JournalDigest, RecordedWorker } from './journal-digest.js';
import { afterPlainTests, plainPass } from './plain-pass.js';
import { JOURNAL_VERSION, type TestStartRecord } from './record.js';
import { decodeLine, lineAt, scanLines } from './scan-lines.js';
import { SectionDigest } from './section-digest.js';

/** Where tests were first started, by their numbers, from a position on to the next worker's record. */
const firstStarts = (source: ByteSource, from: number): Map<number, number> => {
  const starts = new Map<number, number>();
  let isOver = false;
  scanLines(source, (text, start, _end, position) => {
    if (position <= from || isOver) return undefined;
    isOver = text.startsWith('{"kind":"worker"', start);
    const test = plainPass(text, start);
    if (test > 0 && !starts.has(test)) starts.set(test, position);
    return undefined;
  });
  return starts;
};

/**
 * Digests one journal. `name` stands in front of what is told in `gaps`. What is not understood is
 * skipped: garbage is counted in `gaps`, records of unknown kinds and a torn last line are passed
 * over in silence. Throws only where the source does.
 */
export const digestLines = (source: ByteSource, name: string): JournalDigest => {
  const workers: RecordedWorker[] = [];
  const gaps: string[] = [];
  let section: SectionDigest | undefined;
  let isForeign = false;
  let garbage = 0;
  // The part in hand, in which a failed test mostly began.
  let part = '';
  let partAt = 0;
  let sectionAt = 0;

  const lineFrom = (position: number): string => {
    const start = position - partAt;
    const end = start < 0 ? -1 : part.indexOf('\n', start);
    return end < 0 ? lineAt(source, position) : decodeLine(part.slice(start, end));
  };
  const startAt = (position: number): TestStartRecord | undefined => {
    const record = parseRecord(lineFrom(position));
    return typeof record === 'object' && record.kind === 'test-start' ? record : undefined;
  };
  // Positions of all first starts, read anew once a record tells more about a test that was passed over.
  let starts: Map<number, number> | undefined;
  const passedOver = (test: number): number | undefined => {
    starts ??= firstStarts(source, sectionAt);
    return starts.get(test);
  };
  const from = { startAt, passedOver };
  const endSection = (): void => {
    if (section !== undefined) workers.push(section.finish());
    section = undefined;
  };

  const take = (text: string, start: number, end: number, position: number): void => {
    const test = isForeign ? 0 : plainPass(text, start);
    if (test !== 0) {
      section ??= new SectionDigest(undefined, from);
      if (section.addPlain(test, position)) return;
    }
    const record = parseRecord(decodeLine(text.slice(start, end)));
    if (record === 'unknown') return;
    if (record === 'garbage') {
      if (!isForeign) garbage += 1;
      return;
    }
    if (record.kind === 'worker') {
      endSection();
      sectionAt = position;
      starts = undefined;
      isForeign = record.version !== JOURNAL_VERSION;
      if (isForeign) gaps.push(`${name}: journal version ${record.version} is not understood`);
      else section = new SectionDigest(record, from);
      return;
    }
    if (isForeign) return;
    section ??= new SectionDigest(undefined, from);
    section.add(record, position);
  };

  scanLines(source, (text, start, end, position) => {
    part = text;
    partAt = position - start;
    const next = section === undefined || isForeign ? start : afterPlainTests(text, start);
    if (next > start) return next;
    take(text, start, end, position);
    return undefined;
  });
  endSection();
  if (garbage > 0) gaps.push(`${name}: ${garbage} ${garbage === 1 ? 'line' : 'lines'} could not be read`);
  return { workers, gaps };
};
