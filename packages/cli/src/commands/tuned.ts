import { defineCommand } from '../command.js';
import { EXIT_CODE } from '../exit-code.js';
import { InputError } from '../input-error.js';
import { HISTORY_OPTION } from '../project-options.js';

export const tuned = defineCommand({
  name: 'tuned',
  summary: 'Log a changed limit or threshold, with its reason and the pass rates before and after',
  description:
    'A limit that was raised for a reason nobody remembers hides a bug one day. The log is kept in holdfast.known.json ' +
    'in the current folder; "holdfast known" shows it.',
  arguments: [
    { name: 'SETTING', summary: 'what was changed: limits.integration, the pool size of orders, ...' },
  ],
  options: {
    from: { kind: 'text', value: 'VALUE', summary: 'what it was' },
    to: { kind: 'text', value: 'VALUE', summary: 'what it is now' },
    because: { kind: 'text', value: 'TEXT', summary: 'the reason' },
    before: {
      kind: 'text',
      value: 'SIDE',
      summary: 'runs from before the change, as "holdfast compare" takes them',
    },
    after: { kind: 'text', value: 'SIDE', summary: 'runs from after it' },
    history: HISTORY_OPTION,
  },
  examples: [
    {
      command:
        'holdfast tuned limits.integration --from 5000 --to 8000 --because "A cold pool takes 6 s." --before v1.2.0 --after latest',
      says: 'With the pass rates of both sides:',
    },
  ],
  async run({ arguments: [setting = ''], options }, { cwd }) {
    const [{ KNOWN_FILE }, { openHistory }, { resolveSide }, { changeKnown, today }] = await Promise.all([
      import('@holdfast/triage/analysis'),
      import('../project/open-history.js'),
      import('../project/resolve-side.js'),
      import('../project/change-known.js'),
    ]);
    const { from, to, because } = options;
    if (from === undefined || to === undefined || because === undefined || because.trim() === '')
      throw new InputError('a decision needs --from, --to and --because');
    const history = openHistory(options.history, cwd).read();
    const rateOf = async (side: string | undefined): Promise<number | null> => {
      if (side === undefined) return null;
      const { runs } = await resolveSide(side, history, cwd);
      const sum = (pick: (totals: { passed: number; failed: number }) => number): number =>
        runs.reduce((all, { totals }) => all + pick(totals), 0);
      const [passed, failed] = [sum((totals) => totals.passed), sum((totals) => totals.failed)];
      return passed + failed === 0 ? null : passed / (passed + failed);
    };
    const decision = {
      on: today(),
      setting,
      from,
      to,
      because,
      passRateBefore: await rateOf(options.before),
      passRateAfter: await rateOf(options.after),
    };
    const { tuning } = await changeKnown(cwd, (known) => ({ ...known, tuning: [...known.tuning, decision] }));
    const text = `Logged; ${KNOWN_FILE} now holds ${tuning.length === 1 ? 'one decision' : `${tuning.length} decisions`}. Commit it.`;
    return { exitCode: EXIT_CODE.ok, text, json: decision };
  },
});
