import type { ErrorSnapshot } from '@holdfast/journal';
import { parse } from 'flatted';
import type { Attempt } from '../../failure.js';
import { readError } from '../error/read-error.js';
import type { LogParser, LogReader } from '../log-reader.js';
import type { LoggedTest, LogSink } from '../log-sink.js';
import { amountOf, given, listOf, membersOf, textOf, textsOf } from './plain.js';

type Members = Readonly<Record<string, unknown>>;

/** A blob is read as a whole, for its parts point at each other. */
const LARGEST = 400_000_000;
const DEEPEST = 200;

const toError = (value: unknown, depth = 0): ErrorSnapshot => {
  const error = membersOf(value);
  const { cause } = error;
  const read = readError(textOf(error.stack) ?? textOf(error.stackStr) ?? '', {
    ...given('name', textOf(error.name)),
    ...given('message', textOf(error.message)),
  });
  return {
    ...read,
    ...given('name', textOf(error.name) ?? read.name),
    message: textOf(error.message) ?? read.message,
    ...given('code', textOf(error.code) ?? read.code),
    ...given('expected', textOf(error.expected)),
    ...given('actual', textOf(error.actual)),
    ...(typeof cause === 'object' && cause !== null && depth < 8 ? { cause: toError(cause, depth + 1) } : {}),
  };
};

const statusOf = (task: Members): LoggedTest['status'] => {
  const state = textOf(membersOf(task.result).state);
  if (state === 'pass' || state === 'passed') return 'passed';
  if (state === 'fail' || state === 'failed') return 'failed';
  return textOf(task.mode) === 'todo' ? 'todo' : 'skipped';
};

const attemptsOf = (errors: readonly ErrorSnapshot[], passed: boolean): readonly Attempt[] => {
  const failed: Attempt = { number: 1, status: 'failed', errors, phase: 'test' };
  return passed ? [failed, { number: 2, status: 'passed', errors: [], phase: 'test' }] : [failed];
};

interface Place {
  readonly file: string | undefined;
  readonly project: string | undefined;
  readonly levels: readonly string[];
}

const readTest = (task: Members, { file, project, levels }: Place): LoggedTest => {
  const status = statusOf(task);
  const result = membersOf(task.result);
  const errors = listOf(result.errors).map((error) => toError(error));
  const { line, column } = membersOf(task.location);
  const isFlaky = status === 'passed' && ((amountOf(result.retryCount) ?? 0) > 0 || errors.length > 0);
  const shared = {
    ...given('file', file),
    ...given('project', project === '' ? undefined : project),
    title: [...levels, textOf(task.name) ?? ''],
    ...given('durationMs', amountOf(result.duration)),
    ...given('line', amountOf(line)),
    ...given('column', amountOf(column)),
    ...given('limitMs', amountOf(task.timeout)),
    ...(textsOf(task.tags).length === 0 ? {} : { tags: textsOf(task.tags) }),
  };
  if (status !== 'failed' && !isFlaky) return { ...shared, status };
  return {
    ...shared,
    status,
    ...(isFlaky ? { flaky: true } : {}),
    attempts: attemptsOf(errors, isFlaky),
    attemptsComplete: (amountOf(result.retryCount) ?? 0) <= (isFlaky ? 1 : 0),
  };
};

class VitestBlobParser implements LogParser {
  readonly #sink: LogSink;
  #text = '';
  #tooLarge = false;

  constructor(sink: LogSink) {
    this.#sink = sink;
  }

  write(text: string): void {
    if (this.#text.length + text.length > LARGEST) this.#tooLarge = true;
    else this.#text += text;
  }

  end(): void {
    this.#sink.tool('vitest');
    if (this.#tooLarge) {
      this.#sink.problem({ reason: `it is larger than ${LARGEST / 1e6} MB` });
      return;
    }
    try {
      this.#read(listOf(parse(this.#text.replace(/^\uFEFF/, ''))));
    } catch (error) {
      const message = String((error as { message?: unknown } | null)?.message ?? error);
      this.#sink.problem({ reason: `it is no whole blob of Vitest: ${message.slice(0, 120)}` });
    }
  }

  #read([version, files, errors]: readonly unknown[]): void {
    if (typeof version !== 'string' || !Array.isArray(files)) {
      this.#sink.problem({ reason: 'it is no blob of Vitest: version and files are missing' });
      return;
    }
    this.#sink.tool('vitest', version);
    for (const file of files) this.#file(membersOf(file));
    for (const error of listOf(errors)) {
      this.#sink.test({
        kind: 'unhandled',
        title: [],
        status: 'failed',
        errors: [toError(error)],
        phase: 'after-end',
      });
    }
  }

  #file(file: Members): void {
    const place = {
      file: textOf(file.filepath) ?? textOf(file.name),
      project: textOf(file.projectName),
      levels: [],
    };
    this.#errorsOf(file, place, 'load');
    this.#tasks(file, place, 0);
  }

  #tasks(suite: Members, place: Place, depth: number): void {
    if (depth > DEEPEST) return;
    for (const item of listOf(suite.tasks)) {
      const task = membersOf(item);
      if (textOf(task.type) !== 'suite') this.#sink.test(readTest(task, place));
      else {
        const levels = [...place.levels, textOf(task.name) ?? ''];
        this.#errorsOf(task, { ...place, levels }, 'beforeAll');
        this.#tasks(task, { ...place, levels }, depth + 1);
      }
    }
  }

  #errorsOf(suite: Members, { file, project, levels }: Place, phase: 'load' | 'beforeAll'): void {
    const errors = listOf(membersOf(suite.result).errors);
    if (errors.length === 0) return;
    const kind = phase === 'load' ? 'file' : 'hook';
    const named = { ...given('file', file), ...given('project', project === '' ? undefined : project) };
    this.#sink.test({
      kind,
      ...named,
      title: levels,
      status: 'failed',
      errors: errors.map((error) => toError(error)),
      phase,
    });
  }
}

/** What Vitest's `blob` reporter leaves for `--merge-reports`. */
export const vitestBlobReader: LogReader = {
  id: 'vitest-blob',
  name: 'Vitest blob',
  recognises: (head) => /^\uFEFF?\s*\[\s*\[\s*"\d+"/.test(head),
  open: (sink) => new VitestBlobParser(sink),
};
