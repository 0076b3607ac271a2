import { coreModule } from '../core-modules.js';
import type { ErrorSnapshot, JsonValue } from '../error-snapshot.js';
import { slice } from '../intrinsics.js';
import { hideInSnapshot, hideInValue } from './hide-secrets.js';
import { digestSalt, digestSecret, type SecretDigest } from './secret-digest.js';
import { secretValues } from './secret-values.js';
import { tellingPart } from './telling-part.js';

type Environment = Readonly<Record<string, string | undefined>>;

/** A process object as far as it is read here. */
export interface SandboxProcess {
  readonly env?: Environment | undefined;
}

const processHere = (globalThis as { process?: SandboxProcess }).process;

/** Folders of a path: words that everybody sees. */
export const foldersOf = (path: string): readonly string[] => {
  const folders: string[] = [];
  let from = 0;
  for (let at = 0; at <= path.length; at++) {
    const unit = path[at];
    if (at < path.length && unit !== '/' && unit !== '\\') continue;
    folders[folders.length] = slice(path, from, at);
    from = at + 1;
  }
  return folders;
};

/**
 * The secrets that a worker's environment holds, some of which only the worker knows: what a set-up file read from a
 * `.env` file, or the runner set for the tests. Values stay in memory; what is written down are digests.
 */
export class WorkerSecrets {
  readonly #known: readonly string[];
  readonly #salt: number;
  readonly #process: SandboxProcess | undefined;
  #values: readonly string[] = [];

  /**
   * @param path of the test file
   * @param directory of the run
   * @param sandboxProcess the process as the test file sees it
   */
  constructor(path: string, directory: string, sandboxProcess = processHere) {
    this.#process = sandboxProcess;
    this.#known = foldersOf(path);
    const folders = foldersOf(directory);
    this.#salt = digestSalt(folders[folders.length - 1] ?? '');
  }

  /**
   * Reads the environment anew; a value that is no longer there stays secret. The digests of values that were not known,
   * or undefined where there are none.
   */
  refresh(): readonly SecretDigest[] | undefined {
    const fresh: SecretDigest[] = [];
    const own = coreModule('node:process')?.env;
    if (own !== undefined) this.#take(own, fresh);
    // Jest gives each test file a copy of the environment.
    const { env } = this.#process ?? {};
    if (env !== undefined && env !== own) this.#take(env, fresh);
    return fresh.length === 0 ? undefined : fresh;
  }

  hideInError(error: ErrorSnapshot): ErrorSnapshot {
    return hideInSnapshot(error, this.#values);
  }

  hideInValue(value: JsonValue): JsonValue {
    return this.#values.length === 0 ? value : hideInValue(value, this.#values);
  }

  #take(environment: Environment, fresh: SecretDigest[]): void {
    const part = tellingPart(environment);
    if (part === undefined) return;
    const values = secretValues(part, this.#known);
    for (let index = 0; index < values.length; index++) {
      const value = values[index] as string;
      if (this.#isKnown(value)) continue;
      this.#keep(value);
      fresh[fresh.length] = digestSecret(value, this.#salt);
    }
  }

  #isKnown(value: string): boolean {
    for (let index = 0; index < this.#values.length; index++) if (this.#values[index] === value) return true;
    return false;
  }

  /** Longest first, so that no part of a secret is left beside its mask. */
  #keep(value: string): void {
    const kept: string[] = [];
    let isPlaced = false;
    for (let index = 0; index < this.#values.length; index++) {
      const other = this.#values[index] as string;
      if (!isPlaced && other.length < value.length) {
        kept[kept.length] = value;
        isPlaced = true;
      }
      kept[kept.length] = other;
    }
    if (!isPlaced) kept[kept.length] = value;
    this.#values = kept;
  }
}
