import { quietWorkflowCommands } from '@holdfast/triage/terminal';

/** What people read in a log; the others go into files and to other programs, as they are. */
const READ_IN_LOGS: readonly string[] = ['terminal', 'text', 'agent'];

/** A report as it may be printed here: in a step on GitHub no words of a test can be a workflow command. */
export const readable = (
  text: string,
  format: string,
  env: Readonly<Record<string, string | undefined>>,
): string =>
  env.GITHUB_ACTIONS === 'true' && READ_IN_LOGS.includes(format) ? quietWorkflowCommands(text) : text;
