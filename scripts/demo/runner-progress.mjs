import { stripVTControlCharacters } from 'node:util';

// What Jest and Vitest print, without a terminal, when a test file has ended.
const fileEnd = /^\s*(?:PASS|FAIL|[✓❯×])\s+(?:\|[^|]+\|\s+)?\S+\.test\.js\b/;

/**
 * Counts test files that have ended, from a runner's output as it arrives.
 * @param {(count: number) => void} report called each time the count has grown
 */
export const runnerProgress = (report) => {
  const files = new Set();
  let line = '';
  return (chunk) => {
    const lines = `${line}${chunk}`.split('\n');
    line = lines.pop();
    for (const text of lines.map(stripVTControlCharacters)) {
      const file = fileEnd.test(text) && /\S+\.test\.js/.exec(text)[0];
      if (!file || files.has(file)) continue;
      files.add(file);
      report(files.size);
    }
  };
};
