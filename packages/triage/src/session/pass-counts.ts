import { pathPattern } from '../classify/path-pattern.js';
import type { Area } from '../options.js';
import type { TestCounts } from '../outcome.js';

/** Passed and failed tests under one name. */
export interface PassCount {
  passed: number;
  failed: number;
}

export interface PassCounts {
  /** By folder of the test file, from the project's root. */
  readonly folders: ReadonlyMap<string, PassCount>;
  /** By area, for areas that are declared by path; passing tests are not listed, so their tags are not known. */
  readonly areas: ReadonlyMap<string, PassCount>;
  /** Adds up one file. `file` is its path from the project's root, with forward slashes. */
  add(file: string, counts: TestCounts): void;
}

const addTo = (map: Map<string, PassCount>, name: string, { passed, failed }: TestCounts): void => {
  const count = map.get(name);
  if (count === undefined) {
    map.set(name, { passed, failed });
    return;
  }
  count.passed += passed;
  count.failed += failed;
};

/** Counts passes by folder and area as files finish, so that no list of files is kept. */
export const createPassCounts = (declared: readonly Area[]): PassCounts => {
  const folders = new Map<string, PassCount>();
  const areas = new Map<string, PassCount>();
  const matchers = declared
    .filter(({ paths }) => paths !== undefined && paths.length > 0)
    .map(({ name, paths = [] }) => ({ name, patterns: paths.map(pathPattern) }));
  return {
    folders,
    areas,
    add: (file, counts) => {
      const end = file.lastIndexOf('/');
      addTo(folders, end < 0 ? '.' : file.slice(0, end), counts);
      const area = matchers.find(({ patterns }) => patterns.some((matches) => matches(file)));
      if (area !== undefined) addTo(areas, area.name, counts);
    },
  };
};
