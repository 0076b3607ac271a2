const indented = (text) => text.trimEnd().replace(/^/gm, '    ');

/**
 * What the gate prints about a finished step: one line, and all of the output where it failed.
 * @param {import('./run-steps.mjs').StepResult} result
 */
export const formatResult = ({ name, passed, failed, output, durationMs }) => {
  const seconds = `${(durationMs / 1000).toFixed(1)} s`.padStart(8);
  const tests = passed + failed > 1 ? `  ${passed} passed, ${failed} failed`.replace(', 0 failed', '') : '';
  const line = `${failed > 0 ? 'FAIL' : 'ok  '}  ${name.padEnd(12)}${seconds}${tests}`;
  return failed > 0 ? `${line}\n\n${indented(output)}\n` : line;
};
