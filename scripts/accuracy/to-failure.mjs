const OBSERVED = ['passesOnRerun', 'failsOnlyInFullRun', 'failsOnlyOnCI', 'failsOnlyOnPlatform'];

const given = (members) => Object.fromEntries(Object.entries(members).filter(([, value]) => value != null));

/** A labelled record as the failure that a runner would have handed over; null means not known. */
export const toFailure = ({ test, error, observed }) => ({
  kind: 'test',
  title: (test?.name ?? '').split(' > ').filter((level) => level !== ''),
  ...given({ file: test?.file?.replaceAll('\\', '/') }),
  attempts: [
    {
      number: 1,
      status: 'failed',
      errors: [{ message: error.message, ...given({ name: error.name, stack: error.stack }) }],
      phase: 'test',
      ...given({ durationMs: observed?.durationMs, limitMs: observed?.timeoutMs }),
    },
  ],
  flaky: false,
  observed: given(Object.fromEntries(OBSERVED.map((name) => [name, observed?.[name]]))),
});
