import { expect } from 'vitest';
import type { Setting } from './matrix.js';
import type { ProjectConfig } from './project.js';
import type { Row } from './row.js';

/** A small project and what Holdfast must say of it, in both runners unless a member says otherwise. */
export interface Case {
  readonly name: string;
  readonly files: Readonly<Record<string, string>>;
  /** Files that need another dialect under one of the runners. */
  readonly jestFiles?: Readonly<Record<string, string>>;
  readonly vitestFiles?: Readonly<Record<string, string>>;
  readonly config?: ProjectConfig;
  /** Its files use nothing of Holdfast: they run without it too. @default false */
  readonly isPlain?: boolean;
  /** Rows that the report holds in this setting, in any order. */
  readonly rows: (setting: Setting) => readonly Row[];
  /** Why the runner itself does not come to its end in a setting, and writes no JSON; undefined where it does. */
  readonly runnerFalls?: (setting: Setting) => string | undefined;
  /** Why the case cannot run in a setting; undefined where it can. */
  readonly impossible?: (setting: Setting) => string | undefined;
}

/** What a time-out may be called where the machine is too busy to give the worker its turn. */
export const timedOut: string = expect.stringMatching(
  /^(?:CONFIGURATION\/timeout-budget|ENVIRONMENT\/slow-machine)$/,
);

/** A row with the members that most rows share filled in. */
export const row = (file: string | null, title: string, verdict: string, more: Partial<Row> = {}): Row => ({
  file,
  title,
  verdict,
  kind: 'test',
  phase: 'test',
  flaky: false,
  errors: 1,
  ...more,
});
