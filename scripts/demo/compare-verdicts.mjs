import { matchRows } from './match-rows.mjs';

const nameOf = ({ category, cause }) => `${category}/${cause}`;
const placeOf = ({ file, title }) => (title ? `${file}: ${title}` : file);
const allowed = ({ oneRun, onBusyMachine, ...known }) =>
  [oneRun ?? known, onBusyMachine].filter(Boolean).map(nameOf);

const differencesOfRun = (runner, expected, { found, unexpected }) => {
  const differences = [];
  for (const failure of expected) {
    const row = found.get(failure);
    if (!row) differences.push(`${runner}: no row for ${placeOf(failure)}`);
    else if (!allowed(failure).includes(nameOf(row.verdict))) {
      differences.push(
        `${runner}: ${placeOf(failure)}\n  ${nameOf(row.verdict)}, expected ${allowed(failure).join(' or ')}`,
      );
    }
  }
  for (const row of unexpected) {
    const place = placeOf({ file: row.file ?? row.kind, title: row.title.join(' > ') });
    differences.push(`${runner}: unexpected ${nameOf(row.verdict)} for ${place}`);
  }
  return differences;
};

const incidentsOf = (name, expected, found) => {
  const members = expected.filter(({ incident }) => incident === name);
  return new Set(members.map((failure) => found.get(failure)?.incident));
};

const differencesOfIncidents = (runner, expected, { found }) =>
  [...new Set(expected.map(({ incident }) => incident).filter(Boolean))]
    .filter((name) => incidentsOf(name, expected, found).size !== 1)
    .map((name) => `${runner}: the failures of one incident (${name}) are in several`);

const differencesOfRunners = (expected, matched) => {
  const [first, second] = matched;
  return expected.flatMap((failure) => {
    const [a, b] = [first, second].map(({ match }) => match.found.get(failure)?.verdict);
    if (!a || !b) return [];
    const told = [a, b].map((verdict) => `${nameOf(verdict)}, ${verdict.priority}`);
    if (told[0] === told[1] || failure.onBusyMachine) return [];
    return [`${placeOf(failure)}\n  ${first.runner}: ${told[0]}; ${second.runner}: ${told[1]}`];
  });
};

/**
 * Holds two runs of the suite against what is known of it, and against each other.
 * @param {readonly import('./match-rows.mjs').ExpectedFailure[]} expected
 * @param {readonly { runner: string, rows: readonly import('./match-rows.mjs').ReportRow[] }[]} runs two of them
 * @returns {string[]} every difference in words; empty where all is as it should be
 */
export const compareVerdicts = (expected, runs) => {
  const matched = runs.map(({ runner, rows }) => ({ runner, match: matchRows(expected, rows) }));
  return [
    ...matched.flatMap(({ runner, match }) => [
      ...differencesOfRun(runner, expected, match),
      ...differencesOfIncidents(runner, expected, match),
    ]),
    ...differencesOfRunners(expected, matched),
  ];
};
