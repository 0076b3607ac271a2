import { coreModule, wallNow } from '@holdfast/journal/sandbox';
import type { MachineSource } from './source.js';

const fs = coreModule('node:fs');
const os = coreModule('node:os');
const crypto = coreModule('node:crypto');
const process = coreModule('node:process');

/** Two moments of start closer than this are one: the system's own answer wavers. */
const SAME_BOOT_MS = 120_000;

interface Cached {
  readonly version: 1;
  readonly bootedAt: number;
  readonly speed: number;
}

/** Where calibrations are kept, so that the next run of this boot need not take one. */
export interface CalibrationCache {
  /** The kept speed, or undefined where there is none of this boot, this Node and this processor. */
  read(): number | undefined;
  /** Keeps a speed. Never throws: a folder that refuses costs the next run a calibration. */
  write(speed: number): void;
}

const owner = (): number => process?.getuid?.() ?? 0;

const bootTime = (): number => wallNow() - (os?.uptime() ?? 0) * 1_000;

const isCached = (value: unknown): value is Cached => {
  const { version, bootedAt, speed } = (value ?? {}) as Partial<Cached>;
  return (
    version === 1 && typeof bootedAt === 'number' && typeof speed === 'number' && speed > 0.01 && speed < 100
  );
};

/** The folder of this user's calibrations; undefined where it is not the user's own. */
const ownFolder = (parent: string): string | undefined => {
  const folder = `${parent}/holdfast-${owner()}`;
  fs?.mkdirSync(folder, { recursive: true, mode: 0o700 });
  const found = fs?.lstatSync(folder);
  if (!found?.isDirectory()) return undefined;
  return process?.getuid === undefined || found.uid === owner() ? folder : undefined;
};

/**
 * The cache below a folder for temporary files, by the machine's boot, version of Node and model of the processor.
 * @param parent @default the system's folder for temporary files
 */
export const calibrationCache = (
  source: MachineSource,
  parent: string = os?.tmpdir() ?? '',
): CalibrationCache => {
  const boot = source.readText('/proc/sys/kernel/random/boot_id') ?? '';
  const key = [boot, source.node, source.platform, source.cpuModel].join('\n');
  const name = `calibration-${crypto?.createHash('sha256').update(key).digest('hex').slice(0, 16)}.json`;
  return {
    read: () => {
      try {
        const folder = ownFolder(parent);
        const cached: unknown = folder && JSON.parse(fs?.readFileSync(`${folder}/${name}`, 'utf8') ?? '');
        if (!isCached(cached)) return undefined;
        return Math.abs(cached.bootedAt - bootTime()) < SAME_BOOT_MS || boot !== ''
          ? cached.speed
          : undefined;
      } catch {
        return undefined;
      }
    },
    write: (speed) => {
      try {
        const folder = ownFolder(parent);
        if (folder === undefined) return;
        const cached: Cached = { version: 1, bootedAt: bootTime(), speed };
        const draft = `${folder}/${name}.${process?.pid}`;
        fs?.writeFileSync(draft, JSON.stringify(cached), { mode: 0o600 });
        fs?.renameSync(draft, `${folder}/${name}`);
      } catch {
        // The next run takes a calibration of its own.
      }
    },
  };
};
