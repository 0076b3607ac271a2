import type { Attempt, Failure, FailureKind, Observed } from '../../src/failure.js';

/** What a sample says of a failure; everything else is as plain as can be. */
export interface Sample {
  readonly message: string;
  readonly name?: string;
  readonly code?: string;
  readonly stack?: string;
  readonly title?: string;
  readonly file?: string;
  readonly kind?: FailureKind;
  readonly observed?: Observed;
  readonly attempt?: Partial<Attempt>;
  readonly evidence?: Failure['evidence'];
}

/** A failure of one attempt that ended in the sample's error. */
export const failureOf = (sample: Sample): Failure => {
  const { message, name, code, stack, title, file, kind, observed, attempt, evidence } = sample;
  return {
    kind: kind ?? 'test',
    title: title?.split(' > ') ?? [],
    ...(file === undefined ? {} : { file }),
    attempts: [
      {
        number: 1,
        status: 'failed',
        phase: 'test',
        errors: [
          {
            message,
            ...(name === undefined ? {} : { name }),
            ...(code === undefined ? {} : { code }),
            ...(stack === undefined ? {} : { stack }),
          },
        ],
        ...attempt,
      },
    ],
    flaky: false,
    ...(observed === undefined ? {} : { observed }),
    ...(evidence === undefined ? {} : { evidence }),
  };
};
