import { execFileSync } from 'node:child_process';
import { accessSync, constants, mkdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { cgroupLimits, pressureFiles } from '../../src/machine/cgroup.js';
import { CGROUP_FILES } from './cgroup-files.data.js';

const GIBIBYTE = 2 ** 30;
const reader = (name: string) => (path: string) => CGROUP_FILES[name]?.[path];

describe('limits of control groups', () => {
  it.each([
    ['version 2, container with a namespace of its own', { cores: 1.5, memoryBytes: 2 * GIBIBYTE }],
    ['version 2, a service with the limits on its slice', { cores: 2, memoryBytes: 4 * GIBIBYTE }],
    ['version 2, without limits', {}],
    ['version 1, container that sees its own group at the root', { cores: 0.5, memoryBytes: GIBIBYTE }],
    ['version 1, group of the host, controllers mounted together', { cores: 3, memoryBytes: 3 * GIBIBYTE }],
    ['version 1, without limits', {}],
    ['both versions, version 1 in charge', { cores: 1, memoryBytes: 8 * GIBIBYTE }],
    ['no control groups', {}],
    ['files that make no sense', {}],
  ])('%s', (name, limits) => {
    expect(CGROUP_FILES).toHaveProperty([name]);
    expect(cgroupLimits(reader(name))).toEqual(limits);
  });

  it('lead to the pressure files of the own groups first', () => {
    const files = pressureFiles(reader('version 2, a service with the limits on its slice'));
    expect(files[0]).toBe('/sys/fs/cgroup/ci.slice/runner.service/cpu.pressure');
    expect(files.at(-1)).toBe('/proc/pressure/cpu');
  });
});

const REAL_ROOT = '/sys/fs/cgroup/cpu';
const canMakeGroups = (): boolean => {
  try {
    accessSync(`${REAL_ROOT}/cpu.cfs_quota_us`, constants.W_OK);
    return true;
  } catch {
    return false;
  }
};

describe.skipIf(!canMakeGroups())('in a real group of version 1', () => {
  it('a quota counts', () => {
    const group = `${REAL_ROOT}/holdfast-test-${process.pid}`;
    mkdirSync(group);
    try {
      writeFileSync(`${group}/cpu.cfs_period_us`, '100000');
      writeFileSync(`${group}/cpu.cfs_quota_us`, '70000');
      const script = `echo $$ > ${group}/cgroup.procs && cat /proc/self/cgroup`;
      const own = execFileSync('sh', ['-c', script], { encoding: 'utf8' });
      const readText = (path: string): string | undefined => {
        if (path === '/proc/self/cgroup') return own.trim();
        try {
          return readFileSync(path, 'utf8').trim();
        } catch {
          return undefined;
        }
      };
      expect(cgroupLimits(readText).cores).toBe(0.7);
    } finally {
      rmdirSync(group);
    }
  });
});
