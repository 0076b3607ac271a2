import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { stripAnsi } from '../../classify/strip-ansi.js';
import type { LogParser } from '../log-reader.js';
import type { LogSink } from '../log-sink.js';
import { ownWords } from '../own-words.js';
import type { JUnitCase, JUnitProblem, JUnitSuite } from './junit-case.js';
import { outcomeOf } from './junit-outcome.js';
import { localName } from './local-name.js';
import { PassedTest } from './passed-test.js';

const DEEPEST = 200;
const LONGEST_TEXT = 256_000;
const PROBLEMS = new Set([
  'failure',
  'error',
  'skipped',
  'flakyFailure',
  'flakyError',
  'rerunFailure',
  'rerunError',
]);
const TOOLS: readonly (readonly [RegExp, string])[] = [
  [/^pytest$/, 'pytest'],
  [/^vitest tests$/, 'vitest'],
  [/^jest tests$/, 'jest'],
  [/^Mocha Tests$/, 'mocha'],
];

const OWN_PROPERTY = 'holdfast.';

const parsed = (json: string): unknown => {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
};

type Attributes = SaxesTagPlain['attributes'];

const numberOf = (text: string | undefined): number => {
  const value = Number(text);
  return Number.isFinite(value) && value > 0 ? value : 0;
};

/** `<testcase status="failed"/>`, as some tools write it without a child that says why. */
const FAILED_STATUS = /^(?:fail(?:ed|ure)?|error(?:ed)?|broken)$/i;

interface OpenSuite extends JUnitSuite {
  readonly tests: number;
  readonly skipped: number;
  readonly broken: number;
}

/**
 * Streams: of a test that passed nothing is kept. Entities that a document declares are not expanded, and nothing is
 * loaded from elsewhere; nesting beyond 200 levels ends the reading.
 */
export class JUnitParser implements LogParser {
  readonly #sink: LogSink;
  readonly #xml = new SaxesParser();
  /** From outermost to innermost; a new list with each change, because cases keep it. */
  #suites: readonly OpenSuite[] = [];
  #case: JUnitCase | undefined;
  /** Whether the open case says in an attribute that it failed. */
  #isFailed = false;
  #problem: JUnitProblem | undefined;
  #root = '';
  #depth = 0;
  #found = 0;
  #foundSkipped = 0;
  /** What the outermost suites say that they hold. */
  readonly #declared = { tests: 0, skipped: 0, broken: 0 };
  /** Failures and errors that the root element counts. */
  #declaredByRoot = 0;
  #trouble: { readonly line: number; readonly reason: string } | undefined;
  #stopped = false;
  #startedAt: number | undefined;

  constructor(sink: LogSink) {
    this.#sink = sink;
    this.#xml.on('error', (error) => this.#fail(error.message));
    // Whatever a namespace is called: the names behind its prefix are those of JUnit.
    this.#xml.on('opentag', ({ name, attributes }) => this.#open(localName(name), attributes));
    this.#xml.on('closetag', ({ name }) => this.#close(localName(name)));
  }

  write(text: string): void {
    if (this.#stopped) return;
    try {
      this.#xml.write(text);
    } catch (error) {
      this.#stop(String((error as { message?: unknown } | null)?.message ?? error));
    }
  }

  end(): void {
    if (!this.#stopped) {
      const isWhole = this.#depth === 0 && this.#root !== '';
      if (!isWhole && this.#root !== '') {
        this.#trouble ??= { line: this.#xml.line, reason: 'it ends in the middle; the rest is missing' };
      }
      try {
        this.#xml.close();
      } catch (error) {
        this.#fail(String((error as { message?: unknown } | null)?.message ?? error));
      }
      this.#finishCase();
    }
    if (this.#trouble !== undefined) this.#sink.problem(this.#trouble);
    else this.#compareCounts();
  }

  #compareCounts(): void {
    const { tests, skipped } = this.#declared;
    const broken = Math.max(this.#declared.broken, this.#declaredByRoot);
    // Whatever is counted as failed keeps the run red, listed or not.
    this.#sink.declared({ failed: broken });
    const missing = tests - this.#found;
    // mocha-junit-reporter counts what was not run and leaves it out.
    const unlisted = Math.max(0, Math.min(missing, skipped - this.#foundSkipped));
    if (unlisted > 0) this.#sink.unnamed('skipped', unlisted);
    if (this.#found === 0 && (tests > 0 || broken > 0)) {
      this.#sink.problem({ reason: `it counts ${tests} tests and ${broken} errors, and lists none of them` });
    } else if (missing > unlisted) {
      this.#sink.note(`counts ${tests} tests and lists ${this.#found}`);
    }
  }

  #open(name: string, attributes: Attributes): void {
    if (this.#stopped) return;
    if (this.#root === '') this.#openRoot(name, attributes);
    this.#depth += 1;
    if (this.#depth > DEEPEST) {
      this.#stop(`elements are nested more than ${DEEPEST} levels deep`);
      return;
    }
    if (name === 'testcase') this.#openCase(attributes);
    else if (name === 'testsuite') this.#openSuite(attributes);
    else if (this.#case !== undefined && this.#problem === undefined && PROBLEMS.has(name)) {
      this.#openProblem(name, attributes);
    } else if (name === 'property' && this.#case !== undefined) this.#property(attributes);
  }

  #close(name: string): void {
    if (this.#stopped) return;
    this.#depth -= 1;
    if (name === 'testcase') this.#finishCase();
    else if (name === 'testsuite') this.#closeSuite();
    else if (this.#problem !== undefined && this.#problem.element === name) this.#closeProblem();
  }

  #openRoot(name: string, attributes: Attributes): void {
    this.#root = name;
    if (name !== 'testsuites' && name !== 'testsuite') {
      this.#stop(`its root element is <${name.slice(0, 60)}>; JUnit has <testsuites> or <testsuite>`);
      return;
    }
    this.#nameTool(attributes.name);
    // A build that failed has no suite, and its error is counted here alone.
    if (name === 'testsuites') {
      this.#declaredByRoot = numberOf(attributes.errors) + numberOf(attributes.failures);
      this.#declared.skipped = numberOf(attributes.skipped);
    }
  }

  #nameTool(name: string | undefined): void {
    const tool = TOOLS.find(([pattern]) => pattern.test(name ?? ''))?.[1];
    if (tool !== undefined) this.#sink.tool(tool);
  }

  #openSuite(attributes: Attributes): void {
    const { name = '', file, filepath, timestamp = '', time = '' } = attributes;
    if (this.#suites.length === 0) {
      this.#nameTool(name);
      const at = Date.parse(timestamp);
      if (!Number.isNaN(at) && (this.#startedAt === undefined || at < this.#startedAt)) {
        this.#startedAt = at;
        this.#sink.time(at, undefined);
      }
      const seconds = Number(time);
      if (seconds > 0) this.#sink.time(undefined, seconds * 1000);
    }
    const suite = {
      name,
      file: file ?? filepath,
      tests: numberOf(attributes.tests),
      skipped: numberOf(attributes.skipped),
      broken: numberOf(attributes.errors) + numberOf(attributes.failures),
    };
    this.#suites = [...this.#suites, suite];
  }

  #closeSuite(): void {
    const suite = this.#suites.at(-1);
    this.#suites = this.#suites.slice(0, -1);
    if (suite === undefined || this.#suites.length > 0) return;
    this.#declared.tests += suite.tests;
    if (this.#root === 'testsuite') this.#declared.skipped += suite.skipped;
    this.#declared.broken += suite.broken;
  }

  #openCase(attributes: Attributes): void {
    this.#finishCase();
    this.#found += 1;
    const { name = '', classname = '', file, line, time, status, result } = attributes;
    this.#isFailed = FAILED_STATUS.test(status ?? result ?? '');
    this.#case = { name, classname, file, line, time, suites: this.#suites, problems: undefined };
    // As gotestsum and others once marked what was not run.
    if (status === 'skipped' || status === 'disabled') {
      this.#case.problems = [{ element: 'skipped', message: undefined, type: undefined, text: '' }];
    }
  }

  #finishCase(): void {
    this.#closeProblem();
    const test = this.#case;
    if (test === undefined) return;
    this.#case = undefined;
    // Some tools say so in an attribute alone.
    if (this.#isFailed && test.problems === undefined)
      test.problems = [{ element: 'failure', message: undefined, type: undefined, text: '' }];
    const outcome = outcomeOf(test);
    if (outcome.status === 'skipped' || outcome.status === 'todo') this.#foundSkipped += 1;
    this.#sink.test(outcome);
    // pytest says in one case that a test passed and that its teardown failed.
    if (outcome.kind === 'hook' && test.own?.kind === undefined) this.#sink.test(new PassedTest(test));
  }

  #property({ name = '', value = '' }: Attributes): void {
    if (this.#case === undefined || !name.startsWith(OWN_PROPERTY)) return;
    const key = name.slice(OWN_PROPERTY.length);
    this.#case.own = { ...this.#case.own, ...ownWords({ [key]: key === 'title' ? parsed(value) : value }) };
  }

  #openProblem(element: string, { message, type }: Attributes): void {
    const problem: JUnitProblem = {
      element,
      message: message === undefined ? undefined : stripAnsi(message),
      type,
      text: '',
    };
    this.#problem = problem;
    // Only now: the text of everything else, output above all, need not be put together.
    const take = (text: string): void => {
      if (problem.text.length < LONGEST_TEXT)
        problem.text += text.slice(0, LONGEST_TEXT - problem.text.length);
    };
    this.#xml.on('text', take);
    this.#xml.on('cdata', take);
  }

  #closeProblem(): void {
    if (this.#problem === undefined) return;
    if (this.#case !== undefined) {
      this.#case.problems ??= [];
      this.#case.problems.push(this.#problem);
    }
    this.#problem = undefined;
    this.#xml.off('text');
    this.#xml.off('cdata');
  }

  /** The first error is the one that says what is wrong; control characters lose nothing and are let pass. */
  #fail(message: string): void {
    const reason = message.replace(/^(?:[^:]*:)?\d+:\d+: /, '').replace(/\.$/, '');
    if (/^(?:disallowed character|malformed character entity)/.test(reason)) return;
    this.#trouble ??= { line: this.#xml.line, reason: `it is not well-formed XML: ${reason.slice(0, 200)}` };
  }

  #stop(reason: string): void {
    this.#trouble ??= { line: this.#xml.line, reason };
    this.#stopped = true;
    this.#finishCase();
  }
}
