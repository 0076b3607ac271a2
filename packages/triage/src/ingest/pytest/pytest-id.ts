/** A test's file and levels: `tests/test_a.py::TestA::test_b[c::d]`. */
export interface PytestId {
  readonly file: string;
  readonly title: readonly string[];
}

/** Takes a node id apart; a parameter may hold colons of its own. */
export const readId = (id: string): PytestId => {
  const [file = '', ...rest] = id.split('::');
  const joined = rest.join('::');
  const parameter = joined.indexOf('[');
  const head = parameter < 0 ? joined : joined.slice(0, parameter);
  const levels = head.split('::');
  const tail = parameter < 0 ? '' : joined.slice(parameter);
  const last = levels.pop() ?? '';
  return { file, title: [...levels, `${last}${tail}`] };
};

/** How a section of the failures names the test: classes and name joined by dots. */
export const domainOf = (id: string): string => readId(id).title.join('.');

/** A section's heading as levels, where no line gives the test's id. */
export const titleOfDomain = (domain: string): readonly string[] => {
  const parameter = domain.indexOf('[');
  const head = parameter < 0 ? domain : domain.slice(0, parameter);
  const levels = head.split('.');
  return [...levels.slice(0, -1), `${levels.at(-1) ?? ''}${parameter < 0 ? '' : domain.slice(parameter)}`];
};
