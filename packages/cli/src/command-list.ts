import type { Command } from './command.js';
import { completion } from './commands/completion.js';
import { triage } from './commands/triage.js';

/** Every command, in the order in which help shows them. */
export const COMMANDS: readonly Command[] = [triage, completion];
