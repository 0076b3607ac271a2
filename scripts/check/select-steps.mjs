/**
 * The named steps and everything they come after, in the order of the list.
 * @template {{ name: string, after?: readonly string[] }} Step
 * @param {readonly Step[]} steps
 * @param {readonly string[] | undefined} names undefined for all steps
 * @returns {Step[]}
 * @throws when a name is not in the list
 */
export const selectSteps = (steps, names) => {
  if (!names) return [...steps];
  const known = new Map(steps.map((step) => [step.name, step]));
  const chosen = new Set();
  const choose = (name) => {
    const step = known.get(name);
    if (!step) throw new Error(`There is no step "${name}". The steps are: ${[...known.keys()].join(', ')}.`);
    chosen.add(step);
    for (const earlier of step.after ?? []) choose(earlier);
  };
  for (const name of names) choose(name);
  return steps.filter((step) => chosen.has(step));
};
