/**
 * A text for the log of a step on GitHub, in which no line is a workflow command: words of a log from elsewhere must not
 * speak to the runner. What would be one gets a space in its mark; all else stays as it is.
 */
export const quietWorkflowCommands = (text: string): string =>
  text.replace(/^([^\S\n]*:)(?=:)/gm, '$1 ').replace(/##(?=\[)/g, '# #');
