import { writeJson } from './render-json.js';
import type { Report } from './report.js';

/** So many characters are held; a report that is longer is rather made into text twice than held as one. */
const MOST_HELD = 2 ** 24;

/** Writes the parts of report.json like `writeJson`; of several calls for one report, the first makes them and the others repeat them. */
export const heldJson = (): typeof writeJson => {
  let made: Report | undefined;
  let parts: string[] = [];
  return (report, write) => {
    if (report === made) {
      for (const part of parts) write(part);
      return;
    }
    made = undefined;
    parts = [];
    let length = 0;
    writeJson(report, (part) => {
      write(part);
      length += part.length;
      if (length <= MOST_HELD) parts.push(part);
      else parts.length = 0;
    });
    made = length <= MOST_HELD ? report : undefined;
  };
};
