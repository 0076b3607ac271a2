import { usedNames } from '@holdfast/fixtures/adapter';

type Body = (...values: never[]) => unknown;

const asked = (definition: unknown): readonly string[] => {
  const make: unknown = Array.isArray(definition) ? definition[0] : definition;
  if (typeof make !== 'function') return [];
  try {
    return usedNames(make as Body) ?? [];
  } catch {
    // Vitest says what is wrong with it.
    return [];
  }
};

/** Which fixtures a team's own ones need, read off their sources. Does not change: `extend` gives another one. */
export class FixtureNeeds {
  readonly #byName: ReadonlyMap<string, readonly string[]>;

  constructor(byName: ReadonlyMap<string, readonly string[]> = new Map()) {
    this.#byName = byName;
  }

  /** @param values as Vitest's `extend` takes them: an object of fixtures, or the name of one and its making */
  extend(values: readonly unknown[]): FixtureNeeds {
    const [first] = values;
    const added: readonly (readonly [string, unknown])[] =
      typeof first === 'string' ? [[first, values.at(-1)]] : Object.entries((first ?? {}) as object);
    const byName = new Map(this.#byName);
    for (const [name, definition] of added) {
      byName.set(name, [...asked(definition), ...(byName.get(name) ?? [])]);
    }
    return new FixtureNeeds(byName);
  }

  /** Whether one of these names, or a fixture that is made for them, asks for another one. */
  include(wanted: string, names: readonly string[]): boolean {
    const seen = new Set<string>();
    const visit = (name: string): boolean => {
      if (name === wanted) return true;
      if (seen.has(name)) return false;
      seen.add(name);
      return (this.#byName.get(name) ?? []).some(visit);
    };
    return names.some(visit);
  }
}
