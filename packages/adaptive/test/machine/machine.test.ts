import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { medianTimes, speedOf } from '../../src/machine/calibrate.js';
import { calibrationCache } from '../../src/machine/calibration-cache.js';
import { composeProfile } from '../../src/machine/compose-profile.js';
import { describeProfile } from '../../src/machine/describe-profile.js';
import { handedProfile } from '../../src/machine/handed-profile.js';
import { measureMachine } from '../../src/machine/measure-machine.js';
import { REFERENCE } from '../../src/machine/reference.data.js';
import { tierOf } from '../../src/machine/tier.js';
import { usableOf } from '../../src/machine/usable.js';
import { fakeSource } from './fake-source.js';

const GIBIBYTE = 2 ** 30;
const facts = { speed: 0.804, speedSource: 'measured', ci: null } as const;

describe('a machine profile', () => {
  it('counts a container’s limits', () => {
    const files = {
      '/proc/self/cgroup': '0::/',
      '/sys/fs/cgroup/cpu.max': '150000 100000',
      '/sys/fs/cgroup/memory.max': String(2 * GIBIBYTE),
    };
    expect(usableOf(fakeSource({ files }))).toEqual({ cores: 1.5, memoryBytes: 2 * GIBIBYTE });
    expect(usableOf(fakeSource({ files, platform: 'darwin' }))).toEqual({
      cores: 4,
      memoryBytes: 16 * GIBIBYTE,
    });
  });

  it('works where no file of the system can be read', () => {
    expect(composeProfile(fakeSource({ platform: 'win32' }), facts)).toEqual({
      version: 1,
      cores: 4,
      memoryBytes: 16 * GIBIBYTE,
      speed: 0.8,
      speedSource: 'measured',
      load: 1,
      loadSource: 'unknown',
      ci: null,
      tier: 'medium',
    });
  });

  it('reads well on one line', () => {
    const profile = composeProfile(fakeSource({ loadAverage: 7.2 }), { ...facts, ci: 'GitLab CI' });
    expect(describeProfile(profile)).toBe('4 cores, 16 GiB, speed 0.8, load 1.8, tier medium, GitLab CI');
  });

  it.each([
    [{ cores: 2, memoryBytes: 64 * GIBIBYTE, speed: 1 }, 'low'],
    [{ cores: 4, memoryBytes: 7.7 * GIBIBYTE, speed: 1 }, 'medium'],
    [{ cores: 16, memoryBytes: 4 * GIBIBYTE, speed: 1 }, 'low'],
    [{ cores: 8, memoryBytes: 15.4 * GIBIBYTE, speed: 1 }, 'high'],
    [{ cores: 8, memoryBytes: 32 * GIBIBYTE, speed: 0.4 }, 'medium'],
    [{ cores: 1, memoryBytes: GIBIBYTE, speed: 0.1 }, 'low'],
  ] as const)('of %o has the tier %s', (machine, tier) => {
    expect(tierOf(machine)).toBe(tier);
  });

  it('travels to workers through the environment', () => {
    const profile = composeProfile(fakeSource({}), facts);
    expect(handedProfile({ HOLDFAST_MACHINE: JSON.stringify(profile) })).toEqual(profile);
  });

  it.each(['', '{', 'null', '[]', '{"version":2}', '{"version":1,"cores":-1}'])(
    'that cannot be read is none: %s',
    (text) => {
      expect(handedProfile({ HOLDFAST_MACHINE: text })).toBeUndefined();
    },
  );

  it('of this machine has figures that can be', async () => {
    const cache = { read: () => undefined, write: vi.fn() };
    const profile = await measureMachine({ cache });
    expect(profile).toMatchObject({ version: 1, speedSource: 'measured' });
    expect(profile.cores).toBeGreaterThan(0);
    expect(profile.cores).toBeLessThanOrEqual(availableParallelism());
    expect(profile.speed).toBeGreaterThan(0.01);
    expect(cache.write).toHaveBeenCalledOnce();
    expect(await measureMachine({ cache: { ...cache, read: () => 0.5 } })).toMatchObject({
      speed: 0.5,
      speedSource: 'cached',
    });
  });

  const hasTaskset = process.platform === 'linux' && availableParallelism() > 1;
  it.skipIf(!hasTaskset)('counts only the processors that its affinity allows', () => {
    const script = 'process.stdout.write(String(require("node:os").availableParallelism()))';
    const cores = execFileSync('taskset', ['-c', '0', process.execPath, '-e', script], { encoding: 'utf8' });
    expect(cores).toBe('1');
  });
});

describe('the speed', () => {
  it('is 1 for the reference machine and twice that for half its times', () => {
    const { hashing, json, allocation, turns } = REFERENCE.ms;
    expect(speedOf(REFERENCE.ms)).toBeCloseTo(1, 10);
    expect(
      speedOf({ hashing: hashing / 2, json: json / 2, allocation: allocation / 2, turns: turns / 2 }),
    ).toBeCloseTo(2, 10);
    expect(speedOf({ hashing: hashing * 4, json })).toBeCloseTo(0.5, 10);
    expect(speedOf({})).toBe(1);
  });

  it('is taken from the median of each part, so that one disturbed round does not count', () => {
    expect(medianTimes([{ json: 10 }, { json: 900 }, { json: 12 }])).toEqual({ json: 12 });
    expect(
      medianTimes([
        { json: 10, hashing: 1 },
        { json: 20, hashing: 3 },
      ]),
    ).toEqual({ json: 15, hashing: 2 });
  });
});

describe('a kept calibration', () => {
  let parent = '';
  beforeEach(() => {
    parent = mkdtempSync(join(tmpdir(), 'holdfast-cache-'));
  });
  afterEach(() => rmSync(parent, { recursive: true, force: true }));
  const boot = (id: string) => fakeSource({ files: { '/proc/sys/kernel/random/boot_id': id } });

  it('is found again in the same boot and not in another, with the same Node and not with another', () => {
    calibrationCache(boot('one'), parent).write(0.75);
    expect(calibrationCache(boot('one'), parent).read()).toBe(0.75);
    expect(calibrationCache(boot('two'), parent).read()).toBeUndefined();
    expect(calibrationCache({ ...boot('one'), node: 'v24.0.0' }, parent).read()).toBeUndefined();
  });

  it('is told from another boot by the time of start where the kernel gives no name', () => {
    const cache = calibrationCache(fakeSource({}), parent);
    cache.write(0.75);
    expect(cache.read()).toBe(0.75);
    const folder = join(parent, readdirSync(parent)[0] ?? '');
    const file = join(folder, readdirSync(folder)[0] ?? '');
    writeFileSync(file, JSON.stringify({ version: 1, bootedAt: 1, speed: 0.75 }));
    expect(cache.read()).toBeUndefined();
  });

  it('is the user’s own, and what does not look like one is none', () => {
    const cache = calibrationCache(boot('one'), parent);
    cache.write(0.75);
    const folder = join(parent, readdirSync(parent)[0] ?? '');
    if (process.platform !== 'win32') expect(statSync(folder).mode & 0o077).toBe(0);
    for (const text of [
      '',
      '{',
      '{"version":1,"speed":-1,"bootedAt":1}',
      '{"version":1,"speed":"1","bootedAt":1}',
    ]) {
      writeFileSync(join(folder, readdirSync(folder)[0] ?? ''), text);
      expect(cache.read()).toBeUndefined();
    }
  });

  it('may be impossible', () => {
    writeFileSync(join(parent, 'file'), '');
    const cache = calibrationCache(boot('one'), join(parent, 'file'));
    expect(() => cache.write(1)).not.toThrow();
    expect(cache.read()).toBeUndefined();
  });
});
