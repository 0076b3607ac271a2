import { mkdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { machineSource } from '../../src/machine/source.js';
import { usableOf } from '../../src/machine/usable.js';

/** Control groups of version 1, each kind with a tree of its own; of version 2 the files are recorded ones. */
const TREE = '/sys/fs/cgroup';

interface Limit {
  readonly kind: 'cpu' | 'memory';
  readonly files: Readonly<Record<string, number>>;
}

const groupOf = (kind: Limit['kind']): string | undefined => {
  const line = readFileSync('/proc/self/cgroup', 'utf8')
    .split('\n')
    .find((one) => one.split(':')[1]?.split(',').includes(kind));
  return line?.split(':')[2];
};

let leave: (() => void) | undefined;
afterEach(() => {
  leave?.();
  leave = undefined;
});

/** Puts this very process under a limit; false where the system does not let us. */
const enter = ({ kind, files }: Limit): boolean => {
  try {
    const before = groupOf(kind);
    if (before === undefined) return false;
    const folder = join(TREE, kind, before, `holdfast-test-${process.pid}`);
    mkdirSync(folder);
    leave = () => {
      writeFileSync(join(TREE, kind, before, 'cgroup.procs'), String(process.pid));
      rmdirSync(folder);
    };
    for (const [name, value] of Object.entries(files)) writeFileSync(join(folder, name), String(value));
    writeFileSync(join(folder, 'cgroup.procs'), String(process.pid));
    return true;
  } catch {
    return false;
  }
};

describe.skipIf(process.platform !== 'linux')('a real control group', () => {
  it('takes cores by its quota', ({ skip }) => {
    const limit = { 'cpu.cfs_period_us': 100_000, 'cpu.cfs_quota_us': 60_000 };
    if (!enter({ kind: 'cpu', files: limit })) skip('the system lets us make no control group');
    expect(usableOf(machineSource()).cores).toBe(0.6);
  });

  it('takes memory by its limit', ({ skip }) => {
    const limit = { 'memory.limit_in_bytes': 3 * 2 ** 30 };
    if (!enter({ kind: 'memory', files: limit })) skip('the system lets us make no control group');
    expect(usableOf(machineSource()).memoryBytes).toBe(3 * 2 ** 30);
  });
});
