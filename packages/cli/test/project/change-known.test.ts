import { existsSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { KnownList, TuningDecision } from '@holdfast/triage/analysis';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isInputError } from '../../src/input-error.js';
import { changeKnown } from '../../src/project/change-known.js';

let cwd = '';
beforeEach(() => {
  cwd = realpathSync(mkdtempSync(join(tmpdir(), 'holdfast-known-')));
});
afterEach(() => rmSync(cwd, { recursive: true, force: true }));

const lockFile = (): string => join(cwd, 'holdfast.known.json.lock');
const read = (): KnownList => JSON.parse(readFileSync(join(cwd, 'holdfast.known.json'), 'utf8'));

const decision = (setting: string): TuningDecision => ({
  on: '2026-11-21',
  setting,
  from: '1',
  to: '2',
  because: 'It is slow.',
  passRateBefore: null,
  passRateAfter: null,
});
const adding =
  (setting: string) =>
  (known: KnownList): KnownList => ({ ...known, tuning: [...known.tuning, decision(setting)] });
const settings = (): readonly string[] => read().tuning.map(({ setting }) => setting);

describe('a change of what is known', () => {
  it('waits for one that another command is making, and keeps what that one wrote', async () => {
    writeFileSync(lockFile(), '');
    const ours = changeKnown(cwd, adding('ours'), 60_000);
    writeFileSync(join(cwd, 'holdfast.known.json'), JSON.stringify({ tuning: [decision('theirs')] }));
    rmSync(lockFile());
    await ours;
    expect(settings()).toEqual(['theirs', 'ours']);
    expect(existsSync(lockFile())).toBe(false);
  });

  it('loses none of many that begin at once', async () => {
    const names = Array.from({ length: 20 }, (_, index) => `limit ${index}`);
    await Promise.all(names.map((name) => changeKnown(cwd, adding(name))));
    expect([...settings()].sort()).toEqual([...names].sort());
  });

  it('gives up where the other one does not end, names the lock, and touches nothing', async () => {
    writeFileSync(lockFile(), '');
    const error = await changeKnown(cwd, adding('ours'), 0).catch((reason: unknown) => reason);
    expect(isInputError(error) && error.message).toBe(
      'holdfast.known.json.lock says that another command is changing holdfast.known.json; if none is running, remove it',
    );
    expect(existsSync(join(cwd, 'holdfast.known.json'))).toBe(false);
    expect(existsSync(lockFile())).toBe(true);
  });

  it('leaves no lock behind where it fails', async () => {
    const failing = changeKnown(cwd, () => {
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(existsSync(lockFile())).toBe(false);
  });
});
