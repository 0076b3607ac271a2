const lend = (members: Record<string, unknown>, name: string, value: string): (() => void) => {
  const had = Object.hasOwn(members, name);
  const before = members[name];
  members[name] = value;
  return () => {
    if (members[name] !== value) return;
    if (had && before !== undefined) members[name] = before;
    else delete members[name];
  };
};

/**
 * Sets variables for the workers of a run.
 * @returns puts things as they were; a variable that somebody has changed since stays
 */
export const lendVariables = (
  environment: Record<string, unknown>,
  variables: Readonly<Record<string, string>>,
): (() => void) => {
  const takeBack = Object.entries(variables).map(([name, value]) => lend(environment, name, value));
  return () => {
    for (const undo of takeBack.reverse()) undo();
  };
};
