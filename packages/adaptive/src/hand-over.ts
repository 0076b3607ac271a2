import { coreModule } from '@holdfast/journal/sandbox';

/** Environment variables; a value in tests. */
export type Environment = Record<string, string | undefined>;

/** The variables of the process itself, not a sandbox's copy. */
export const processEnvironment = (): Environment => coreModule('node:process')?.env ?? {};

/** What was handed over; undefined where there is nothing, or nothing that can be read. */
export const handedOver = <Data>(
  variable: string,
  environment: Environment,
  isWhole: (data: Partial<Data>) => boolean,
): Data | undefined => {
  try {
    const data: unknown = JSON.parse(environment[variable] ?? 'null');
    return typeof data === 'object' && data !== null && isWhole(data) ? (data as Data) : undefined;
  } catch {
    return undefined;
  }
};
