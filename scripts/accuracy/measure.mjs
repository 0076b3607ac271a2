export const LABELS = ['BUG', 'CONFIGURATION', 'ENVIRONMENT', 'TEST_DESIGN'];
export const ANSWERS = [...LABELS, 'UNKNOWN'];

const share = (part, whole) => (whole === 0 ? 0 : part / whole);

const scoreOf = (label, judged) => {
  const labelled = judged.filter(({ record }) => record.category === label).length;
  const answered = judged.filter(({ verdict }) => verdict.category === label).length;
  const right = judged.filter(
    ({ record, verdict }) => record.category === label && verdict.category === label,
  ).length;
  const precision = share(right, answered);
  const recall = share(right, labelled);
  return {
    label,
    labelled,
    answered,
    right,
    precision,
    recall,
    f1: share(2 * precision * recall, precision + recall),
  };
};

/** How well verdicts agree with labels; `judged` holds { record, verdict } pairs. */
export const measure = (judged) => {
  const scores = LABELS.map((label) => scoreOf(label, judged));
  const named = judged.filter(({ verdict }) => verdict.category !== 'UNKNOWN');
  const right = named.filter(({ record, verdict }) => record.category === verdict.category);
  const bugs = judged.filter(({ record }) => record.category === 'BUG');
  const excused = bugs.filter(({ verdict }) => !['BUG', 'UNKNOWN'].includes(verdict.category));
  return {
    failures: judged.length,
    confusion: LABELS.map((label) =>
      ANSWERS.map(
        (answer) =>
          judged.filter(({ record, verdict }) => record.category === label && verdict.category === answer)
            .length,
      ),
    ),
    scores,
    macroF1: scores.reduce((sum, { f1 }) => sum + f1, 0) / scores.length,
    coverage: share(named.length, judged.length),
    precision: share(right.length, named.length),
    bugs: bugs.length,
    excused: excused.length,
    excusedAboveSuspected: excused.filter(({ verdict }) => verdict.standing !== 'suspected').length,
    causeAccuracy: share(
      named.filter(({ record, verdict }) => record.cause === verdict.cause).length,
      named.length,
    ),
    misjudged: named.filter(({ record, verdict }) => record.category !== verdict.category),
    abstained: judged.filter(({ verdict }) => verdict.category === 'UNKNOWN'),
  };
};
