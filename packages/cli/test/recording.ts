import { fileURLToPath } from 'node:url';

/** Path of a log that a real tool wrote. */
export const recording = (name: string): string =>
  fileURLToPath(new URL(`../../triage/test/ingest/recordings/recorded/${name}`, import.meta.url));
