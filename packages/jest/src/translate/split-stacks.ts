const FRAME = /^\s+at \S/;
/** Lines between the frames of one error, not the beginning of the next. */
const CONTINUES = /^(?:\s*$|\s|Cause:|Errors contained in AggregateError:)/;

/** Takes the stacks apart that Jest joined with line breaks: a new one begins where text follows frames. */
export const splitStacks = (text: string): string[] => {
  const stacks: string[][] = [[]];
  let afterFrame = false;
  let inCause = false;
  for (const line of text.split('\n')) {
    const isFrame = FRAME.test(line);
    if (afterFrame && !isFrame && !CONTINUES.test(line) && !inCause) stacks.push([]);
    inCause = /^(?:Cause:|Errors contained)/.test(line) || (inCause && !isFrame);
    afterFrame = isFrame || (afterFrame && line.trim() === '');
    stacks.at(-1)?.push(line);
  }
  return stacks.map((lines) => lines.join('\n').trimEnd()).filter((stack) => stack !== '');
};
