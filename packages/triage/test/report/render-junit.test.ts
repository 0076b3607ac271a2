import fc from 'fast-check';
import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { describe, expect, it } from 'vitest';
import type { Attempt } from '../../src/failure.js';
import { renderJunit } from '../../src/report/render-junit.js';
import type { Report } from '../../src/report/report.js';
import { failureOf } from '../failure.fixture.js';
import { reportOf } from '../report.fixture.js';
import { anyListedReport, listedReport, testOf } from './listed-report.fixture.js';

interface Tree {
  readonly name: string;
  readonly attributes: SaxesTagPlain['attributes'];
  readonly inside: Tree[];
  text: string;
}

/** Elements of a document; throws for one that is not well-formed. */
const parse = (xml: string): Tree => {
  const root: Tree = { name: '', attributes: {}, inside: [], text: '' };
  const open = [root];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    const tree: Tree = { name, attributes, inside: [], text: '' };
    open.at(-1)?.inside.push(tree);
    open.push(tree);
  });
  parser.on('text', (text) => {
    const last = open.at(-1);
    if (last !== undefined) last.text += text;
  });
  parser.on('closetag', () => open.pop());
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(xml).close();
  return root;
};

const casesOf = (report: Report): readonly Tree[] =>
  parse(renderJunit(report))
    .inside.flatMap(({ inside }) => inside)
    .flatMap(({ inside }) => inside);

const elements = (tree: Tree | undefined): readonly string[] => tree?.inside.map(({ name }) => name) ?? [];

const propertiesOf = (tree: Tree | undefined): Record<string, string | undefined> =>
  Object.fromEntries(
    tree?.inside
      .find(({ name }) => name === 'properties')
      ?.inside.map(({ attributes: { name = '', value } }) => [name, value]) ?? [],
  );

const attempt = (number: number, message: string): Attempt => ({
  number,
  status: 'failed',
  phase: 'test',
  errors: [{ name: 'TypeError', message }],
});
const passed: Attempt = { number: 3, status: 'passed', phase: 'test', errors: [] };

describe('renderJunit', () => {
  it('is well-formed, and its suites count what they hold', () => {
    fc.assert(
      fc.property(anyListedReport, (report) => {
        const [root] = parse(renderJunit(report)).inside;
        const suites = root?.inside ?? [];
        for (const { attributes, inside } of suites) {
          const holding = (element: string) => inside.filter((one) => elements(one).includes(element)).length;
          expect(attributes).toMatchObject({
            tests: String(inside.length),
            failures: String(holding('failure')),
            errors: String(holding('error')),
            skipped: String(holding('skipped')),
          });
        }
        const cases = suites.reduce((sum, { inside }) => sum + inside.length, 0);
        expect(root?.attributes.tests).toBe(String(cases));
      }),
      { numRuns: 200 },
    );
  });

  it('is well-formed whatever characters titles and messages hold', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (message, name) => {
        const report = listedReport([failureOf(message, { title: [name] })], [testOf([name])]);
        expect(casesOf(report)).toHaveLength(2);
      }),
    );
  });

  it('tells the attempts after the first as reruns', () => {
    const [test] = casesOf(
      reportOf([failureOf('', { attempts: [attempt(1, 'first'), attempt(2, 'second')] })]),
    );
    expect(elements(test)).toEqual(['properties', 'failure', 'rerunFailure', 'system-out']);
    expect(test?.inside.slice(1, 3).map(({ attributes: { message, type } }) => [message, type])).toEqual([
      ['first', 'TypeError'],
      ['second', 'TypeError'],
    ]);
    expect(elements(test?.inside[2])).toEqual(['stackTrace']);
  });

  it('tells the attempts before one that passed as flaky failures', () => {
    const attempts = [attempt(1, 'first'), attempt(2, 'second'), passed];
    const [test] = casesOf(reportOf([failureOf('', { flaky: true, attempts })]));
    expect(elements(test)).toEqual(['properties', 'flakyFailure', 'flakyFailure', 'system-out']);
  });

  it('has the verdict as properties, and in words', () => {
    const report = reportOf([failureOf('connect ECONNREFUSED 127.0.0.1:5432')]);
    const [test] = casesOf(report);
    expect(propertiesOf(test)).toMatchObject({
      'holdfast.category': 'ENVIRONMENT',
      'holdfast.cause': 'service-unreachable',
      'holdfast.incident': report.incidents[0]?.id,
      'holdfast.id': report.failures[0]?.id,
    });
    expect(test?.inside.at(-1)?.text).toContain('ENVIRONMENT service-unreachable, priority');
  });

  it('names levels in the name, and apart where the name would be read as another title', () => {
    const [plain, odd] = casesOf(listedReport([], [testOf(['orders', 'ships']), testOf(['a > b', 'c'])]));
    expect(plain?.attributes).toMatchObject({ name: 'orders > ships', classname: 'tests/orders.test.ts' });
    expect(elements(plain)).toEqual([]);
    expect(propertiesOf(odd)).toEqual({ 'holdfast.title': '["a > b","c"]' });
  });

  it('has errors, not failures, for what is no test', () => {
    const [file] = casesOf(reportOf([failureOf('Cannot find module', { kind: 'file', title: [] })]));
    expect(elements(file)).toContain('error');
    expect(file?.attributes.name).toBe('tests/orders.test.ts');
  });
});
