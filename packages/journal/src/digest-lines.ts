import type { ByteSource } from './byte-source.js';
import { parseRecord } from './check-record.js';
import type { JournalDigest, RecordedWorker } from './journal-digest.js';
import { plainPass } from './plain-pass.js';
import { JOURNAL_VERSION, type TestStartRecord } from './record.js';
import { lineAt, scanLines } from './scan-lines.js';
import { SectionDigest } from './section-digest.js';

/**
 * Digests one journal. `name` stands in front of what is told in `gaps`. What is not understood is
 * skipped: garbage is counted in `gaps`, records of unknown kinds and a torn last line are passed
 * over in silence. Throws only where the source does.
 */
export const digestLines = (source: ByteSource, name: string): JournalDigest => {
  const decoder = new TextDecoder();
  const workers: RecordedWorker[] = [];
  const gaps: string[] = [];
  let section: SectionDigest | undefined;
  let isForeign = false;
  let garbage = 0;

  const startAt = (position: number): TestStartRecord | undefined => {
    const record = parseRecord(lineAt(source, position));
    return typeof record === 'object' && record.kind === 'test-start' ? record : undefined;
  };
  const endSection = (): void => {
    if (section !== undefined) workers.push(section.finish());
    section = undefined;
  };

  scanLines(source, (bytes, start, end, position) => {
    const test = isForeign ? 0 : plainPass(bytes, start, end);
    if (test !== 0) {
      section ??= new SectionDigest(undefined, startAt);
      if (section.addPlain(test, position)) return;
    }
    const record = parseRecord(decoder.decode(bytes.subarray(start, end)));
    if (record === 'unknown') return;
    if (record === 'garbage') {
      if (!isForeign) garbage += 1;
      return;
    }
    if (record.kind === 'worker') {
      endSection();
      isForeign = record.version !== JOURNAL_VERSION;
      if (isForeign) gaps.push(`${name}: journal version ${record.version} is not understood`);
      else section = new SectionDigest(record, startAt);
      return;
    }
    if (isForeign) return;
    section ??= new SectionDigest(undefined, startAt);
    section.add(record, position);
  });
  endSection();
  if (garbage > 0) gaps.push(`${name}: ${garbage} ${garbage === 1 ? 'line' : 'lines'} could not be read`);
  return { workers, gaps };
};
