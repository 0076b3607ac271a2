import { defineCommand } from '../command.js';
import { EXIT_CODE } from '../exit-code.js';
import { InputError } from '../input-error.js';
import { FAILURE_ARGUMENT, REPORT_OPTION } from '../project-options.js';

export const correct = defineCommand({
  name: 'correct',
  summary: 'Correct a verdict; failures of the same fingerprint are judged so from then on',
  description:
    'Keeps the correction in holdfast.known.json in the current folder: commit it, and review it like code. Reports ' +
    'show it as a correction, with its reason. Where other tests may fail with the same fingerprint for another ' +
    'reason, as with plain comparisons, it holds for this test alone.',
  arguments: [
    FAILURE_ARGUMENT,
    { name: 'VERDICT', summary: 'CATEGORY/cause, as in ENVIRONMENT/dns', optional: true },
  ],
  options: {
    because: { kind: 'text', value: 'TEXT', summary: 'the reason, for who reviews it and reads the report' },
    by: { kind: 'text', value: 'NAME', summary: "who says so (default: git's user.name)" },
    remove: { kind: 'flag', summary: 'take the correction back' },
    report: REPORT_OPTION,
  },
  examples: [
    {
      command:
        'holdfast correct f-1k2m3n4p5q CONFIGURATION/credentials --because "The token of the sandbox ran out."',
      says: 'A failure of the latest run:',
    },
    { command: 'holdfast correct f-1k2m3n4p5q --remove', says: 'Let the rules judge again:' },
  ],
  async run({ arguments: [word = '', verdict], options }, { cwd }) {
    const [
      { addCorrection, isFor, KNOWN_FILE, removeCorrection },
      { parseVerdict },
      { loadReport },
      { findFailure },
      known,
      git,
    ] = await Promise.all([
      import('@holdfast/triage/analysis'),
      import('../project/parse-verdict.js'),
      import('../project/load-report.js'),
      import('../project/find-failure.js'),
      import('../project/change-known.js'),
      import('../process/git.js'),
    ]);
    const failure = findFailure(await loadReport(options.report, cwd), word);
    if (options.remove) {
      const { corrections } = await known.changeKnown(cwd, (list) => {
        if (!list.corrections.some((one) => isFor(one, failure)))
          throw new InputError(`${KNOWN_FILE} has no correction for ${failure.id}`);
        return removeCorrection(list, failure);
      });
      const text = `The rules judge ${failure.id} again; ${KNOWN_FILE} now holds ${corrections.length} corrections.`;
      return { exitCode: EXIT_CODE.ok, text, json: { removed: failure.fingerprint } };
    }
    if (verdict === undefined) throw new InputError('say what it is: CATEGORY/cause, as in ENVIRONMENT/dns');
    const { category, cause } = parseVerdict(verdict);
    const because = options.because?.trim() ?? '';
    if (because === '')
      throw new InputError('say why, with --because: whoever reviews the correction wants to know');
    const by = options.by ?? git.userName(cwd);
    const words = { category, cause, because, ...(by === undefined ? {} : { by }), on: known.today() };
    const { corrections } = await known.changeKnown(cwd, (list) => addCorrection(list, failure, words));
    const text = `${failure.id} is ${category}/${cause} from the next run on, for this and every failure of its fingerprint${
      corrections.at(-1)?.scope === 'test' ? ' in this test' : ''
    }. Commit ${KNOWN_FILE}.`;
    return { exitCode: EXIT_CODE.ok, text, json: corrections.at(-1) };
  },
});
