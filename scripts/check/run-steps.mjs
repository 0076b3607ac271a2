/**
 * What came of one step.
 * @typedef {{ name: string, passed: number, failed: number, output: string, durationMs: number }} StepResult
 */

/**
 * Runs steps, each as soon as the ones it comes after have succeeded and a place is free; earlier steps of
 * the list go first. A step whose predecessor failed is not run and counts as failed.
 * @template {{ name: string, after?: readonly string[] }} Step
 * @param {readonly Step[]} steps
 * @param {object} options
 * @param {number} options.places how many may run at a time
 * @param {(step: Step) => Promise<StepResult>} options.run
 * @param {(result: StepResult) => void} options.done called once a step, in the order in which they end
 * @returns {Promise<StepResult[]>} in the order in which they ended
 */
export const runSteps = async (steps, { places, run, done }) => {
  const waiting = [...steps];
  const running = new Set();
  const results = [];
  const finish = (result) => {
    results.push(result);
    done(result);
  };
  const resultOf = (name) => results.find((result) => result.name === name);
  const take = (step) => waiting.splice(waiting.indexOf(step), 1);
  const start = (step) => {
    take(step);
    const work = run(step).then((result) => {
      running.delete(work);
      finish(result);
    });
    running.add(work);
  };
  while (waiting.length > 0 || running.size > 0) {
    const blocked = waiting.find((step) => step.after?.some((name) => resultOf(name)?.failed));
    if (blocked) {
      const cause = blocked.after.find((name) => resultOf(name)?.failed);
      take(blocked);
      finish({
        name: blocked.name,
        passed: 0,
        failed: 1,
        output: `Not run, because ${cause} failed.`,
        durationMs: 0,
      });
      continue;
    }
    const ready = waiting.find((step) => step.after?.every((name) => resultOf(name)) ?? true);
    if (ready && running.size < places) start(ready);
    else if (running.size > 0) await Promise.race(running);
    else throw new Error(`No step can start: ${waiting.map(({ name }) => name).join(', ')}`);
  }
  return results;
};
