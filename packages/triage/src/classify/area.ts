import type { Failure } from '../failure.js';
import type { Area } from '../options.js';
import { pathPattern } from './path-pattern.js';

const matchers = new WeakMap<Area, (failure: Failure) => boolean>();

const compile = (area: Area): ((failure: Failure) => boolean) => {
  const paths = (area.paths ?? []).map(pathPattern);
  const tags = new Set((area.tags ?? []).map((tag) => tag.replace(/^@/, '')));
  return ({ file, tags: own, title }) =>
    (file !== undefined && paths.some((matches) => matches(file))) ||
    (own ?? []).some((tag) => tags.has(tag.replace(/^@/, ''))) ||
    (tags.size > 0 &&
      title.some((level) => (level.match(/@[\w-]+/g) ?? []).some((word) => tags.has(word.slice(1)))));
};

/** The first area that the failure lies in, by path, runner tag or `@word` in its title. */
export const findArea = (failure: Failure, areas: readonly Area[]): Area | undefined =>
  areas.find((area) => {
    let matches = matchers.get(area);
    if (matches === undefined) {
      matches = compile(area);
      matchers.set(area, matches);
    }
    return matches(failure);
  });
