import { describe, expect, it } from 'vitest';
import { describeMachine, type MachineSource, machineSource } from '../../src/settings/describe-machine.js';

const GB = 2 ** 30;

const machine = (files: Record<string, string> = {}, changes: Partial<MachineSource> = {}) =>
  describeMachine({
    platform: 'linux',
    arch: 'x64',
    node: 'v20.20.2',
    cores: 8,
    cpuModel: 'EPYC',
    memoryBytes: 16 * GB,
    loadAverage: 4,
    readText: (path) => files[path],
    ...changes,
  });

describe('describeMachine', () => {
  it('tells what the system tells where no container limits it', () => {
    expect(machine()).toEqual({
      platform: 'linux',
      arch: 'x64',
      node: 'v20.20.2',
      cores: 8,
      cpuModel: 'EPYC',
      memoryBytes: 16 * GB,
      loadPerCore: 0.5,
    });
  });

  it('counts the limits of a container, version 2', () => {
    const files = { '/sys/fs/cgroup/cpu.max': '150000 100000', '/sys/fs/cgroup/memory.max': String(2 * GB) };
    expect(machine(files)).toMatchObject({ cores: 2, memoryBytes: 2 * GB, loadPerCore: 2 });
  });

  it('counts the limits of a container, version 1', () => {
    const files = {
      '/sys/fs/cgroup/cpu/cpu.cfs_quota_us': '400000',
      '/sys/fs/cgroup/cpu/cpu.cfs_period_us': '100000',
      '/sys/fs/cgroup/memory/memory.limit_in_bytes': String(GB),
    };
    expect(machine(files)).toMatchObject({ cores: 4, memoryBytes: GB });
  });

  it('takes no limit for no limit', () => {
    const files = {
      '/sys/fs/cgroup/cpu.max': 'max 100000',
      '/sys/fs/cgroup/memory.max': 'max',
    };
    expect(machine(files)).toMatchObject({ cores: 8, memoryBytes: 16 * GB });
    const first = {
      '/sys/fs/cgroup/cpu/cpu.cfs_quota_us': '-1',
      '/sys/fs/cgroup/memory/memory.limit_in_bytes': '9223372036854771712',
    };
    expect(machine(first)).toMatchObject({ cores: 8, memoryBytes: 16 * GB });
  });

  it('leaves the load out where the system tells none', () => {
    expect(machine({}, { platform: 'win32', loadAverage: 0 })).not.toHaveProperty('loadPerCore');
  });

  it('describes the machine that it runs on', () => {
    const real = describeMachine(machineSource());
    expect(real.platform).toBe(process.platform);
    expect(real.cores).toBeGreaterThanOrEqual(1);
    expect(real.memoryBytes).toBeGreaterThan(0);
  });
});
