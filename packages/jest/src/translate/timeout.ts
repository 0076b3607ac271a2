const UNITS_MS: Readonly<Record<string, number>> = { ns: 1e-6, μs: 1e-3, ms: 1, s: 1000 };

const MESSAGE = /Exceeded timeout of (\d+(?:\.\d+)?) (ns|μs|ms|s) for a (test|hook)/;

export interface Timeout {
  readonly limitMs: number;
  readonly of: 'test' | 'hook';
}

/** The limit that a message of Jest's says was exceeded; undefined where it says nothing of the kind. */
export const timeoutOf = (message: string): Timeout | undefined => {
  const match = MESSAGE.exec(message);
  if (match === null) return undefined;
  const [, amount = '', unit = '', of] = match;
  return { limitMs: Number(amount) * (UNITS_MS[unit] ?? 1), of: of === 'hook' ? 'hook' : 'test' };
};
