import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { Script } from 'node:vm';

/** A module of Holdfast's that was loaded with what an earlier worker of the run had compiled. */
export interface CompiledModule<Exports> {
  readonly exports: Exports;
  /**
   * Leaves what is compiled by now for the workers to come, unless one did before. Does nothing where that is not
   * possible. Never throws.
   */
  keep(): void;
}

type Wrapper = (exports: object, require: (name: string) => unknown) => void;

const ALIGNMENT = 8;

/** Where the compiled code begins, after the name of the file: V8 itself would take that of another of the same length. */
const startAfter = (nameLength: number): number => Math.ceil((nameLength + 1) / ALIGNMENT) * ALIGNMENT;

const readCode = (place: string, file: string): Buffer | undefined => {
  try {
    const kept = readFileSync(place);
    const end = kept.indexOf(0);
    return kept.toString('utf8', 0, end) === file ? kept.subarray(startAfter(end)) : undefined;
  } catch {
    return undefined;
  }
};

const writeCode = (place: string, file: string, code: Buffer): void => {
  const start = startAfter(Buffer.byteLength(file));
  const kept = Buffer.alloc(start + code.length);
  kept.write(file);
  code.copy(kept, start);
  const draft = `${place}.${process.pid}`;
  writeFileSync(draft, kept, { mode: 0o600, flag: 'wx' });
  renameSync(draft, place);
};

/**
 * Loads a CommonJS module that loads nothing but Node's own. Vitest starts a new process for every test file, in which
 * reading and compiling the module costs more than all that it does; the first worker of a run leaves the result in the
 * run's directory, and V8 takes it where version and flags are the same.
 * @param file absolute path
 * @param require loads Node's modules
 * @param directory of the run; only its owner can write there
 * @throws whatever reading or running the module throws
 */
export const loadCompiled = <Exports extends object>(
  file: string,
  require: (name: string) => unknown,
  directory: string,
): CompiledModule<Exports> => {
  const place = `${directory}/${file.slice(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1)}.compiled`;
  const cachedData = readCode(place, file);
  const source = `(function (exports, require) {${readFileSync(file, 'utf8')}\n})`;
  const script = new Script(source, { filename: file, ...(cachedData && { cachedData }) });
  const exports = {} as Exports;
  (script.runInThisContext() as Wrapper)(exports, require);
  let isKept = cachedData !== undefined;
  return {
    exports,
    keep: () => {
      if (isKept) return;
      isKept = true;
      try {
        writeCode(place, file, script.createCachedData());
      } catch {
        // Each worker compiles for itself then.
      }
    },
  };
};
