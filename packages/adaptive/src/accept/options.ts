import { nearestName } from '@holdfast/journal/sandbox';

/**
 * Refuses options that nobody reads: a misspelt one would otherwise be ignored.
 * @throws TypeError that names the option, the known ones and the nearest of them
 */
export const acceptOptions = (owner: string, options: object, known: readonly string[]): void => {
  if (typeof options !== 'object' || options === null || Array.isArray(options)) {
    throw new TypeError(
      `The options of \`${owner}\` must be an object with ${known.join(', ')}; got ${String(options)}.`,
    );
  }
  for (const name of Object.keys(options)) {
    if (known.includes(name)) continue;
    const nearest = nearestName(name, known);
    const hint = nearest === undefined ? '' : ` Did you mean \`${nearest}\`?`;
    throw new TypeError(`\`${owner}\` has no option \`${name}\`; it accepts ${known.join(', ')}.${hint}`);
  }
};
