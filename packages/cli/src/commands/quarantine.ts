import { defineCommand } from '../command.js';
import { EXIT_CODE } from '../exit-code.js';
import { InputError } from '../input-error.js';
import { FAILURE_ARGUMENT, REPORT_OPTION } from '../project-options.js';

export const quarantine = defineCommand({
  name: 'quarantine',
  summary: 'Put a known failure in quarantine: with an owner, a reason and a date',
  description:
    'The test still runs, and its failure is still red for the runner; a gate lists it and does not count it until the ' +
    'date is over. It is for this one failure: any other failure of the same test counts as ever. Kept in ' +
    'holdfast.known.json in the current folder: commit it, and review it like code.',
  arguments: [FAILURE_ARGUMENT],
  options: {
    owner: { kind: 'text', value: 'NAME', summary: 'who sees to it' },
    because: { kind: 'text', value: 'TEXT', summary: 'the reason' },
    until: { kind: 'text', value: 'DATE', summary: 'the last day it holds' },
    report: REPORT_OPTION,
  },
  examples: [
    {
      command:
        'holdfast quarantine f-1k2m3n4p5q --owner Grace --until 2026-12-24 --because "The sandbox of the bank is down on weekends."',
      says: 'A failure of the latest run:',
    },
  ],
  async run({ arguments: [word = ''], options }, { cwd }) {
    const [
      { addQuarantined, KNOWN_FILE },
      { loadReport },
      { findFailure },
      { changeKnown, checkDate, today },
    ] = await Promise.all([
      import('@holdfast/triage/analysis'),
      import('../project/load-report.js'),
      import('../project/find-failure.js'),
      import('../project/change-known.js'),
    ]);
    const { owner, because, until } = options;
    const missing = Object.entries({ owner, because, until }).flatMap(([name, value]) =>
      value === undefined || value.trim() === '' ? [`--${name}`] : [],
    );
    if (missing.length > 0 || owner === undefined || because === undefined || until === undefined)
      throw new InputError(`a quarantine needs ${missing.join(', ')}`);
    const on = today();
    if (checkDate('until', until) < on) throw new InputError(`--until is ${until}, which is over`);
    const failure = findFailure(await loadReport(options.report, cwd), word);
    if (failure.kind !== 'test')
      throw new InputError(
        `${failure.id} is no test (${failure.kind}): what keeps tests from running cannot be in quarantine`,
      );
    const { quarantined, quarantineCap } = await changeKnown(cwd, (known) => {
      const changed = addQuarantined(known, failure, { owner, because, until, on });
      if (changed.quarantined.length > known.quarantineCap)
        throw new InputError(
          `${known.quarantined.length} tests are in quarantine, and the cap is ${known.quarantineCap}: mend one, or raise quarantineCap in ${KNOWN_FILE}`,
        );
      return changed;
    });
    const text = `${failure.id} is in quarantine until ${until} (${quarantined.length} of ${quarantineCap}). Commit ${KNOWN_FILE}.`;
    return { exitCode: EXIT_CODE.ok, text, json: quarantined.at(-1) };
  },
});
