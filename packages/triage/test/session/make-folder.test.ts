import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeFolder } from '../../src/session/make-folder.js';
import { temporaryFolder } from './session.fixture.js';

describe('makeFolder', () => {
  it('makes what is missing above, and does nothing where the folder is there', () => {
    const path = join(temporaryFolder(), 'a', 'b', 'c');
    makeFolder(path);
    makeFolder(path);
    expect(existsSync(path)).toBe(true);
  });

  it('throws where a file is in the way', () => {
    const file = join(temporaryFolder(), 'file');
    writeFileSync(file, '');
    expect(() => makeFolder(file)).toThrow(/EEXIST/);
    expect(() => makeFolder(join(file, 'a', 'b'))).toThrow(/ENOTDIR/);
  });

  it.runIf(process.platform === 'linux')('comes back where the system will have no folder', () => {
    expect(() => makeFolder('/proc/holdfast/report')).toThrow(/ENOENT/);
  });
});
