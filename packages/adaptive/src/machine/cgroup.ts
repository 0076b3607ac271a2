import type { MachineSource } from './source.js';

/** What the process's control groups leave it; a field is absent where there is no limit. */
export interface CgroupLimits {
  /** Processors by quota over period; may be a fraction. */
  readonly cores?: number;
  readonly memoryBytes?: number;
}

type ReadText = MachineSource['readText'];

const ROOT = '/sys/fs/cgroup';

/** A path and all above it: a limit of any of them holds. */
const upwards = (path: string): string[] => {
  const parts = path.split('/').filter((part) => part !== '' && part !== '..');
  return [...parts.map((_, index) => `/${parts.slice(0, parts.length - index).join('/')}`), ''];
};

/** Own path by controller of version 1; the empty name stands for version 2. */
const ownPaths = (readText: ReadText): Map<string, string> => {
  const paths = new Map<string, string>();
  for (const line of readText('/proc/self/cgroup')?.split('\n') ?? []) {
    const [, controllers, path] = /^\d+:([^:]*):(.*)$/.exec(line) ?? [];
    for (const controller of controllers?.split(',') ?? []) paths.set(controller, path ?? '');
  }
  return paths;
};

const amount = (text: string | undefined): number | undefined => {
  const value = Number(text);
  return text !== undefined && text !== '' && Number.isFinite(value) && value > 0 ? value : undefined;
};

const ratio = (quota: string | undefined, period: string | undefined): number | undefined => {
  const [left, right] = [amount(quota), amount(period)];
  return left === undefined || right === undefined ? undefined : left / right;
};

const smallest = (values: readonly (number | undefined)[]): number | undefined => {
  const known = values.filter((value) => value !== undefined);
  return known.length === 0 ? undefined : Math.min(...known);
};

/**
 * Folders that can hold a controller's files: its own mount of version 1 with the process's path, then the root of
 * that mount, where a container sees its own group.
 */
const foldersOfVersion1 = (controller: string, paths: Map<string, string>): string[] => {
  const mounts = controller === 'cpu' ? ['cpu', 'cpu,cpuacct', 'cpuacct,cpu'] : [controller];
  return mounts.flatMap((mount) =>
    upwards(paths.get(controller) ?? '').map((path) => `${ROOT}/${mount}${path}`),
  );
};

const foldersOfVersion2 = (paths: Map<string, string>): string[] =>
  // Beside controllers of version 1, the second version is mounted one level down.
  [ROOT, `${ROOT}/unified`].flatMap((root) => upwards(paths.get('') ?? '').map((path) => `${root}${path}`));

/** A version 1 group without a limit states the largest whole number of pages. */
const NO_LIMIT_BYTES = 2 ** 60;

/** Limits of all control groups that the process is in, whichever versions the system has. */
export const cgroupLimits = (readText: ReadText): CgroupLimits => {
  const paths = ownPaths(readText);
  const second = foldersOfVersion2(paths);
  const cores = smallest([
    ...second.map((folder) => {
      const [quota, period] = readText(`${folder}/cpu.max`)?.split(/\s+/) ?? [];
      return ratio(quota, period);
    }),
    ...foldersOfVersion1('cpu', paths).map((folder) =>
      ratio(readText(`${folder}/cpu.cfs_quota_us`), readText(`${folder}/cpu.cfs_period_us`)),
    ),
  ]);
  const memoryBytes = smallest([
    ...second.map((folder) => amount(readText(`${folder}/memory.max`))),
    ...foldersOfVersion1('memory', paths).map((folder) => {
      const bytes = amount(readText(`${folder}/memory.limit_in_bytes`));
      return bytes === undefined || bytes > NO_LIMIT_BYTES ? undefined : bytes;
    }),
  ]);
  return {
    ...(cores === undefined ? {} : { cores }),
    ...(memoryBytes === undefined ? {} : { memoryBytes }),
  };
};

/** Pressure files that tell of this process: those of its own groups (version 2), then the machine's. */
export const pressureFiles = (readText: ReadText): string[] => [
  ...foldersOfVersion2(ownPaths(readText)).map((folder) => `${folder}/cpu.pressure`),
  '/proc/pressure/cpu',
];
