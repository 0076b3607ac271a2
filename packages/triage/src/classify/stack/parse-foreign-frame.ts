import type { Frame, FrameOwner } from './frame.js';
import { frameOwner } from './frame-owner.js';

/** `tests/test_a.py:12: in test_a` */
const PYTHON = /^(\S[^\n:]*\.pyx?):(\d+): in (.+)$/;
/** `(app 1.0.0) lib/app/pool.ex:4: App.Pool.start/1`, `test/app_test.exs:20: (test)` */
const ELIXIR = /^(?:\(([\w-]+) [^)]*\) )?([^\s:()]+\.(?:exs?|erl|eex|heex)):(\d+): (.+)$/;
/** What comes with Elixir and Erlang: `lib/task.ex` is no file of the project. */
const PLATFORM = /^(?:elixir|stdlib|kernel|erts|logger|iex|eex|compiler|crypto|ssl)$/;
const RUNNER = /^(?:ex_unit|mix)$/;
/** Applications that projects take in, and whose files are named as if they were the project's own. */
const DEPENDENCY =
  /^(?:nimble_\w+|db_connection|ecto\w*|postgrex|myxql|phoenix\w*|plug\w*|cowboy\w*|ranch|poolboy|gen_stage|broadway|oban|redix|finch|mint|tesla|hackney|req|jason|mox|telemetry\w*)$/;

const ownerOf = (app: string | undefined, file: string, testFile: string | undefined): FrameOwner => {
  if (app === undefined) return frameOwner(file, testFile);
  if (RUNNER.test(app)) return 'runner';
  if (PLATFORM.test(app)) return 'node';
  return DEPENDENCY.test(app) ? 'dependency' : frameOwner(file, testFile);
};

/** The frame that a line is as Python or the BEAM prints it; undefined for a line that is none. */
export const parseForeignFrame = (text: string, testFile?: string): Frame | undefined => {
  const python = PYTHON.exec(text);
  if (python !== null) {
    const [, file = '', line, functionName = ''] = python;
    return { owner: frameOwner(file, testFile), file, line: Number(line), functionName };
  }
  const elixir = ELIXIR.exec(text);
  if (elixir === null) return undefined;
  const [, app, file = '', line, functionName = ''] = elixir;
  return { owner: ownerOf(app, file, testFile), file, line: Number(line), functionName };
};
