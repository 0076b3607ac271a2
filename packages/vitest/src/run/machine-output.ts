const MACHINE_FORMATS = new Set(['json', 'junit', 'tap', 'tap-flat']);

const hasFile = (name: string, options: unknown, outputFile: unknown): boolean => {
  const own = (options as { outputFile?: unknown } | undefined)?.outputFile;
  if (own !== undefined) return true;
  return (
    typeof outputFile === 'string' ||
    (outputFile as Record<string, unknown> | undefined)?.[name] !== undefined
  );
};

/** What of Vitest's configuration decides where reports go. */
export interface OutputConfig {
  readonly reporters?: readonly unknown[];
  readonly outputFile?: unknown;
}

/**
 * Whether standard output carries a report for a program, which further text would spoil.
 * Vitest 5 writes such reports to files unless told otherwise.
 */
export const isOutputForMachines = (
  { reporters = [], outputFile }: OutputConfig,
  vitestMajor: number,
): boolean =>
  reporters.some((reporter) => {
    const [name, options] = Array.isArray(reporter) ? reporter : [reporter, undefined];
    if (typeof name !== 'string' || !MACHINE_FORMATS.has(name) || hasFile(name, options, outputFile))
      return false;
    if (vitestMajor < 5 || name.startsWith('tap')) return true;
    return (options as { stdout?: boolean } | undefined)?.stdout === true;
  });
