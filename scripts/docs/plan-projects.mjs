/**
 * A project that a document describes: its files, then what is run in it, in the order of the document.
 * @typedef {{ command: string, exit: number, line: number, output: string[] }} Run
 * @typedef {{ name: string, files: Record<string, string>, runs: Run[] }} DocumentProject
 */

/**
 * Sorts a document's blocks into projects: `title="FILE"` is a file, `run` a shell command (with
 * `exit="1"` where it must fail), `output` what the command before it must print. `project="NAME"` keeps
 * apart what must not lie in one folder.
 * @param {readonly import('./parse-blocks.mjs').Block[]} blocks
 * @returns {DocumentProject[]}
 * @throws when an output block follows no command, or files are never run
 */
export const planProjects = (blocks) => {
  const projects = new Map();
  const projectOf = (attributes) => {
    const project = String(attributes.project ?? 'main');
    if (!projects.has(project)) projects.set(project, { name: project, files: {}, runs: [] });
    return projects.get(project);
  };
  for (const { line, attributes, text } of blocks) {
    if (attributes.title) projectOf(attributes).files[String(attributes.title)] = text;
    if (attributes.run) {
      const exit = Number(attributes.exit ?? 0);
      projectOf(attributes).runs.push({ command: text.trim(), exit, line, output: [] });
    }
    if (attributes.output) {
      const run = projectOf(attributes).runs.at(-1);
      if (!run) throw new Error(`The output block in line ${line} follows no command`);
      run.output.push(...text.split('\n').filter((expected) => expected.trim() !== ''));
    }
  }
  const idle = [...projects.values()].filter(({ runs }) => runs.length === 0);
  if (idle.length > 0) {
    const files = idle.flatMap((project) => Object.keys(project.files));
    throw new Error(
      `Nothing runs ${files.join(', ')}: add a block tagged "run" (in an HTML comment if need be)`,
    );
  }
  return [...projects.values()];
};
