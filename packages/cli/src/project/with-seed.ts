import { InputError } from '../input-error.js';

const PLACE = '{seed}';

const isProgram = (word: string, name: string): boolean =>
  new RegExp(`(^|[\\\\/])${name}(\\.m?js|\\.cmd)?$`).test(word);

/** Options that make a runner shuffle its tests by a seed. */
const shuffleOptions = (command: readonly string[], seed: number): readonly string[] | undefined => {
  if (command.some((word) => isProgram(word, 'vitest')))
    return ['--sequence.shuffle', `--sequence.seed=${seed}`];
  if (command.some((word) => isProgram(word, 'jest'))) return ['--randomize', `--seed=${seed}`];
  return undefined;
};

/**
 * The command with a seed: in place of `{seed}` wherever that stands, else as the options of Jest or Vitest.
 * @throws InputError where it is not known how the tool shuffles
 */
export const withSeed = (command: readonly string[], seed: number): readonly string[] => {
  if (command.some((word) => word.includes(PLACE)))
    return command.map((word) => word.replaceAll(PLACE, String(seed)));
  const options = shuffleOptions(command, seed);
  if (options === undefined)
    throw new InputError(
      `the command is neither jest nor vitest: write ${PLACE} where the seed belongs, as in --seed={seed}`,
    );
  return [...command, ...options];
};
