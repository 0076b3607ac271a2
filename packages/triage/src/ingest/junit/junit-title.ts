import type { JUnitCase } from './junit-case.js';

const LOOKS_LIKE_A_FILE = /\.(?:[cm]?[jt]sx?|vue|svelte|exs?|py|go|java|kt|rb|php|cs|feature)$/;
const PYTHON_MODULE = /^[a-z_]\w*(?:\.\w+)*$/;

const isFileName = (text: string): boolean => LOOKS_LIKE_A_FILE.test(text) && !/[\n>›]/.test(text);

/** Where a dotted name of pytest ends to be a module and begins to be classes. */
const splitModule = (dotted: string): { readonly file: string; readonly classes: readonly string[] } => {
  const parts = dotted.split('.');
  const first = parts.findIndex((part) => /^[A-Z]/.test(part));
  const end = first < 0 ? parts.length : first;
  return { file: `${parts.slice(0, end).join('/')}.py`, classes: parts.slice(end) };
};

export interface JUnitPlace {
  readonly file?: string;
  readonly title: readonly string[];
  /** True where the case stands for its whole file. */
  readonly isFile?: true;
}

const fromPytest = (name: string, classname: string): JUnitPlace => {
  // What failed to be collected is named by its module alone.
  if (classname === '') return { file: splitModule(name).file, title: [], isFile: true };
  const { file, classes } = splitModule(classname);
  return { file, title: [...classes, name] };
};

const withoutPrefix = (text: string, prefix: string): string | undefined =>
  prefix !== '' && text.length > prefix.length && text.startsWith(`${prefix} `)
    ? text.slice(prefix.length + 1)
    : undefined;

/** Levels and title where the name holds both, joined by a separator of the tool's own. */
const splitName = (name: string, separator: string): readonly string[] => name.split(separator);

const titleOf = ({ name, classname, suites }: JUnitCase, file: string | undefined): readonly string[] => {
  const [outermost] = suites;
  const suite = suites.at(-1)?.name ?? '';
  if (isFileName(classname)) {
    return name.includes(' › ') ? splitName(name, ' › ') : splitName(name, ' > ');
  }
  // node:test nests its suites and gives every case the same class.
  if (classname === 'test' || (suites.length > 1 && classname === suite)) {
    return [...suites.map((one) => one.name), name];
  }
  if (classname === name) {
    const rest = withoutPrefix(name.trim(), suite);
    return rest === undefined ? [name.trim()] : [suite, rest];
  }
  if (classname !== '' && name.endsWith(` ${classname}`)) {
    return [name.slice(0, -classname.length - 1), classname];
  }
  if (classname.startsWith('Elixir.'))
    return [classname.slice(7), name.replace(/^(?:test|doctest|property) /, '')];
  if (classname !== '') return [classname, name];
  const isNamed = suite !== '' && suite !== file && suite !== 'undefined' && outermost !== undefined;
  return isNamed ? [suite, name] : [name];
};

const isPytest = ({ classname, suites }: JUnitCase): boolean =>
  suites.some(({ name }) => name === 'pytest') && (classname === '' || PYTHON_MODULE.test(classname));

const namedFile = ({ file, classname, suites }: JUnitCase): string | undefined => {
  if (file !== undefined) return file;
  const suite = suites.at(-1);
  return (
    suite?.file ??
    (isFileName(classname) ? classname : isFileName(suite?.name ?? '') ? suite?.name : undefined)
  );
};

/** Test file of a case, whichever tool wrote it. */
export const fileOf = (test: JUnitCase): string | undefined =>
  test.file ?? (isPytest(test) ? fromPytest(test.name, test.classname).file : namedFile(test));

/** Test file and title of a case, whichever tool wrote it. */
export const placeOf = (test: JUnitCase): JUnitPlace => {
  const { name, classname, own } = test;
  if (own?.title !== undefined) {
    const file = namedFile(test);
    return file === undefined ? { title: own.title } : { file, title: own.title };
  }
  if (isPytest(test)) {
    const place = fromPytest(name, classname);
    return test.file === undefined ? place : { ...place, file: test.file };
  }
  const file = namedFile(test);
  if (file !== undefined && name === file) return { file, title: [], isFile: true };
  const title = titleOf(test, file);
  return file === undefined ? { title } : { file, title };
};
