import { Buffer } from 'node:buffer';
import { LogCollector } from '../../src/ingest/log-collector.js';
import { readLog } from '../../src/ingest/read-log.js';
import type { LogSource } from '../../src/ingest/source/log-source.js';

/** A log that lies in memory, in pieces of the given size. */
export const sourceOf = (content: string | Uint8Array, name = 'a.log', pieceBytes = 65_536): LogSource => {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  return {
    name,
    size: bytes.length,
    named: true,
    async *open() {
      for (let from = 0; from < bytes.length; from += pieceBytes)
        yield bytes.subarray(from, from + pieceBytes);
    },
  };
};

/** What the readers find in a text. */
export const readText = async (content: string | Uint8Array, pieceBytes?: number): Promise<LogCollector> => {
  const collector = new LogCollector();
  const summary = collector.open('a.log');
  const reader = await readLog(sourceOf(content, 'a.log', pieceBytes), collector);
  collector.close();
  summary.format = reader?.id ?? null;
  return collector;
};
