import type { Command } from './command.js';
import { compare } from './commands/compare.js';
import { completion } from './commands/completion.js';
import { correct } from './commands/correct.js';
import { explain } from './commands/explain.js';
import { gate } from './commands/gate.js';
import { history } from './commands/history.js';
import { init } from './commands/init.js';
import { known } from './commands/known.js';
import { machine } from './commands/machine.js';
import { merge } from './commands/merge.js';
import { quarantine } from './commands/quarantine.js';
import { repeat } from './commands/repeat.js';
import { report } from './commands/report.js';
import { triage } from './commands/triage.js';
import { tuned } from './commands/tuned.js';

/** Every command, in the order in which help shows them. */
export const COMMANDS: readonly Command[] = [
  triage,
  report,
  explain,
  history,
  repeat,
  compare,
  gate,
  merge,
  correct,
  quarantine,
  known,
  tuned,
  machine,
  init,
  completion,
];
