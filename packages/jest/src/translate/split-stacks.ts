const FRAME = /^\s+at \S/;
/** Lines after frames that go on with the same error. */
const CONTINUES = /^(?:\s|\[cause\]: |\[errors\]: |$)/;

/** Takes the stacks apart that Jest joined with line breaks: a new one begins where text follows frames. */
export const splitStacks = (text: string): string[] => {
  const stacks: string[][] = [[]];
  let afterFrame = false;
  for (const line of text.split('\n')) {
    const isFrame = FRAME.test(line);
    if (afterFrame && !isFrame && !CONTINUES.test(line)) stacks.push([]);
    afterFrame = isFrame || (afterFrame && line.trim() === '');
    stacks.at(-1)?.push(line);
  }
  return stacks.map((lines) => lines.join('\n').trimEnd()).filter((stack) => stack !== '');
};
