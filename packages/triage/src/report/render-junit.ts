import type { Attempt } from '../failure.js';
import { placeOf } from '../ingest/junit/junit-title.js';
import { errorsText, errorText } from './error-text.js';
import { type ListedFile, listedFiles } from './listed-file.js';
import { failureName, percent, verdictName } from './phrases.js';
import type { Report, ReportFailure, ReportTest } from './report.js';
import { xmlAttribute, xmlText } from './xml-text.js';

type Write = (part: string) => void;
type Property = readonly [name: string, value: string | number | null];

const seconds = (durationMs: number | null | undefined): string | undefined =>
  durationMs === null || durationMs === undefined ? undefined : String(durationMs / 1_000);

const suiteName = ({ file, project }: ListedFile): string =>
  [project, file ?? 'beside the tests'].filter((part) => part !== null).join(': ');

interface Case {
  readonly name: string;
  readonly title: readonly string[];
  readonly file: string | null;
  readonly line?: number | null;
  readonly durationMs: number | null;
  readonly properties: readonly Property[];
  /** Elements inside, indented and each with its line break. */
  readonly body: string;
}

const element = (tag: string, attributes: string, text: string): string =>
  `      <${tag}${attributes}>${text}</${tag}>\n`;

/** A reader that knows no levels shows the name; one that takes the name apart must find the same title. */
const titleProperty = (
  { name, title, file }: Pick<Case, 'name' | 'title' | 'file'>,
  suite: string,
): readonly Property[] => {
  const place = placeOf({
    name,
    classname: file ?? suite,
    file: file ?? undefined,
    line: undefined,
    time: undefined,
    suites: [{ name: suite, file: undefined }],
    problems: undefined,
  });
  const isSame =
    place.title.length === title.length && place.title.every((part, index) => part === title[index]);
  return isSame ? [] : [['holdfast.title', JSON.stringify(title)]];
};

const caseText = (one: Case, suite: string): string => {
  const { name, file, line, durationMs, body } = one;
  const properties = [...titleProperty(one, suite), ...one.properties]
    .filter(([, value]) => value !== null)
    .map(
      ([key, value]) => `        <property${xmlAttribute('name', key)}${xmlAttribute('value', value)}/>\n`,
    );
  const head = `    <testcase${xmlAttribute('name', name)}${xmlAttribute('classname', file ?? suite)}${xmlAttribute('file', file)}${xmlAttribute('line', line)}${xmlAttribute('time', seconds(durationMs))}`;
  const inner =
    properties.length === 0 ? '' : `      <properties>\n${properties.join('')}      </properties>\n`;
  return inner === '' && body === '' ? `${head}/>\n` : `${head}>\n${inner}${body}    </testcase>\n`;
};

const attributesOf = (attempt: Attempt): string => {
  const [error] = attempt.errors;
  return `${xmlAttribute('message', error?.message ?? errorsText([]))}${xmlAttribute('type', error?.name ?? 'Error')}`;
};

/** Every failed attempt: the first as the failure of the test, or all as those that a later attempt made good. */
const attemptElements = ({ attempts, flaky, kind }: ReportFailure): string => {
  const failed = attempts.filter(({ status }) => status === 'failed');
  const known: readonly Attempt[] =
    failed.length > 0 ? failed : [{ number: 1, status: 'failed', errors: [], phase: 'test' }];
  const [only] = known;
  // Of a single attempt every error stands apart.
  if (!flaky && known.length === 1 && only !== undefined && only.errors.length > 1) {
    return only.errors
      .map((error) =>
        element(
          kind === 'test' ? 'failure' : 'error',
          attributesOf({ ...only, errors: [error] }),
          xmlText(errorText(error)),
        ),
      )
      .join('');
  }
  return known
    .map((attempt, index) => {
      const text = xmlText(errorsText(attempt.errors));
      const again = `<stackTrace>${text}</stackTrace>`;
      if (flaky) return element('flakyFailure', attributesOf(attempt), again);
      if (index > 0) return element('rerunFailure', attributesOf(attempt), again);
      return element(kind === 'test' ? 'failure' : 'error', attributesOf(attempt), text);
    })
    .join('');
};

const verdictText = ({ verdict }: ReportFailure): string =>
  [
    `${verdictName(verdict)}, priority ${verdict.priority}, ${verdict.standing} (${percent(verdict.confidence)})`,
    verdict.why,
    ...verdict.advice.map((step) => `next: ${step}`),
  ].join('\n');

const failureCase = (failure: ReportFailure): Case => {
  const { title, file, line, durationMs, kind, project, verdict } = failure;
  return {
    name: kind === 'file' && title.length === 0 && file !== null ? file : nameOf(title, failureName(failure)),
    title,
    file,
    line,
    durationMs,
    properties: [
      ['holdfast.kind', kind],
      ['holdfast.project', project],
      ['holdfast.id', failure.id],
      ['holdfast.category', verdict.category],
      ['holdfast.cause', verdict.cause],
      ['holdfast.priority', verdict.priority],
      ['holdfast.standing', verdict.standing],
      ['holdfast.confidence', verdict.confidence],
      ['holdfast.incident', failure.incident],
      ['holdfast.fingerprint', failure.fingerprint],
    ],
    body: `${attemptElements(failure)}${element('system-out', '', xmlText(verdictText(failure)))}`,
  };
};

const nameOf = (title: readonly string[], other = 'a test without a title'): string =>
  title.some((part) => part.trim() !== '') ? title.join(' > ') : other;

const BODIES: Readonly<Record<ReportTest['status'], string>> = {
  passed: '',
  failed: '      <failure message="the runner counted a failure and did not tell it"/>\n',
  skipped: '      <skipped/>\n',
  todo: '      <skipped type="todo"/>\n',
};

const testCase = ({ title, file, durationMs, status }: ReportTest): Case => ({
  name: nameOf(title),
  title,
  file,
  durationMs,
  properties: [],
  body: BODIES[status],
});

const writeSuite = (listed: ListedFile, timestamp: string, write: Write): void => {
  const { failures, tests } = listed;
  const red = failures.filter(({ flaky }) => !flaky);
  const count = (status: ReportTest['status']): number =>
    tests.filter((test) => test.status === status).length;
  const tookMs = [...failures, ...tests].reduce((sum, { durationMs }) => sum + (durationMs ?? 0), 0);
  const name = suiteName(listed);
  const figures: readonly (readonly [string, string | number])[] = [
    ['name', name],
    ['tests', failures.length + tests.length],
    ['failures', red.filter(({ kind }) => kind === 'test').length + count('failed')],
    ['errors', red.filter(({ kind }) => kind !== 'test').length],
    ['skipped', count('skipped') + count('todo')],
    ['time', seconds(Math.round(tookMs)) ?? 0],
    ['timestamp', timestamp],
  ];
  write(`  <testsuite${figures.map(([key, value]) => xmlAttribute(key, value)).join('')}>\n`);
  for (const failure of failures) write(caseText(failureCase(failure), name));
  for (const test of tests) write(caseText(testCase(test), name));
  write('  </testsuite>\n');
};

/**
 * Writes junit.xml in parts: a suite for each file, a case for each test and for what failed beside the tests. Attempts
 * are told as Maven's surefire tells them (`rerunFailure`, `flakyFailure`); the verdict is in properties that begin with
 * `holdfast.`. Without the list of tests only failures are cases; the outermost element has the figures of the whole
 * run all the same.
 */
export const writeJunit = (report: Report, write: Write): void => {
  const { run, totals } = report;
  const figures: readonly (readonly [string, string | number | undefined])[] = [
    ['name', `${run.runner.name} tests`],
    ['tests', totals.tests + totals.otherFailures],
    ['failures', totals.failed],
    ['errors', totals.otherFailures],
    ['skipped', totals.skipped + totals.todo],
    ['time', seconds(run.durationMs)],
    ['timestamp', run.startedAt],
  ];
  write('<?xml version="1.0" encoding="UTF-8"?>\n<!-- Written by Holdfast. -->\n');
  write(`<testsuites${figures.map(([key, value]) => xmlAttribute(key, value)).join('')}>\n`);
  for (const listed of listedFiles(report)) writeSuite(listed, run.startedAt, write);
  write('</testsuites>\n');
};

/** junit.xml as one text. */
export const renderJunit = (report: Report): string => {
  const parts: string[] = [];
  writeJunit(report, (part) => parts.push(part));
  return parts.join('');
};
