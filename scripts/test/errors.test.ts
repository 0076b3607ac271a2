import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { canSay, documentedMessages, spoken } from '../docs/documented-messages.mjs';
import { repositoryFiles } from '../tree/files.mjs';
import { root } from '../workspace/root.mjs';

const read = (file: string) => readFileSync(join(root, file), 'utf8');
const messages = documentedMessages(read('docs/errors.md'));
const sources = repositoryFiles()
  .filter((file) =>
    /^(packages\/[^/]+\/src|scripts|examples\/orders\/environment)\/.*\.(ts|mjs|js)$/.test(file),
  )
  .filter((file) => !file.startsWith('scripts/test/'))
  .map(read);

describe('docs/errors.md', () => {
  it('lists only what the code can say', () => {
    expect(messages.length).toBeGreaterThan(50);
    const text = spoken(sources.join('\n'));
    expect(messages.filter((message) => !canSay(message, text))).toEqual([]);
  });

  it('lists every inner error', () => {
    const sentences = sources.flatMap((source) =>
      [...source.matchAll(/\bguard\(\s*'([^']+)'/g)].map(([, sentence]) => sentence),
    );
    expect(sentences.length).toBeGreaterThan(10);
    expect(sentences.filter((sentence) => !messages.includes(sentence ?? ''))).toEqual([]);
  });
});

describe('canSay', () => {
  it('takes an ellipsis for anything, and the rest letter for letter', () => {
    const source = "throw new Error('line ' + index + ' is not JSON: ' + reason);";
    expect(canSay('line … is not JSON: …', source)).toBe(true);
    expect(canSay('line … is no JSON: …', source)).toBe(false);
  });
});
