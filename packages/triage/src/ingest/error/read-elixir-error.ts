import type { ErrorSnapshot } from '@holdfast/journal';

const HEADING = /^\s*\d+\) (?:test|doctest|property) [^\n]*\n/;
const STACK = /^\s*stacktrace:\s*$/;
const CODE = /^\s*code:\s/;
const PLACE = /^\s*(?:\([\w.-]+ [^)]*\) )?[^\s:()]+\.(?:exs?|erl|eex|heex|leex):\d+/;
const NAMED = /^\*\* \(((?:[\w.]+\.)?(\w+)(?: from #PID<[\d.]+>)?)\) ?([\s\S]*)$/;

const undent = (lines: readonly string[]): string => {
  const filled = lines.filter((line) => line.trim() !== '');
  const indent = Math.min(...filled.map((line) => line.search(/\S/)));
  return lines
    .map((line) => line.slice(Number.isFinite(indent) ? indent : 0))
    .join('\n')
    .trim();
};

/** A failure as ExUnit prints it: what was raised or compared, the code, the stack. */
export const readElixirError = (text: string): ErrorSnapshot => {
  const lines = text.replace(HEADING, '').split('\n');
  const at = lines.findIndex((line) => STACK.test(line));
  const above = at < 0 ? lines.filter((line) => !PLACE.test(line)) : lines.slice(0, at);
  const frames = (at < 0 ? lines.filter((line) => PLACE.test(line)) : lines.slice(at + 1))
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const told = undent(above.filter((line) => !PLACE.test(line)));
  const named = NAMED.exec(told);
  const assertion = /^(?:Assertion with|match \(|Expected|refute|assert|Assertion failed)/m.test(told);
  // The code of a raised error is the user's line, and no part of what was said.
  const said = named === null ? told : undent(above.filter((line) => !PLACE.test(line) && !CODE.test(line)));
  const name =
    named === null
      ? assertion
        ? 'ExUnit.AssertionError'
        : undefined
      : (named[1] as string).replace(/ from .*/, '');
  return {
    ...(name === undefined ? {} : { name }),
    message: said,
    ...(frames.length === 0 ? {} : { stack: `${said}\n${frames.map((frame) => `    ${frame}`).join('\n')}` }),
  };
};
