import type { ReporterOptions } from '../reporter-options.js';
import { ActiveRun } from './active-run.js';
import { hostState } from './host-state.js';
import { safely } from './warning.js';

const JEST_SCRIPT = /[\\/](?:jest|jest-cli)[\\/]bin[\\/]jest(?:\.js)?$|[\\/]\.bin[\\/]jest$/;

/**
 * Reports a run of which nothing else of Holdfast's hears, since Jest gives up before it makes its reporters: a
 * project's own global set-up failed, or no test was found. Only where this process is Jest.
 */
export const watchUnheardEnd = (rootDir: string, options: ReporterOptions): void => {
  const host = hostState();
  if (host.isWatched || !JEST_SCRIPT.test(process.argv[1] ?? '')) return;
  host.isWatched = true;
  process.prependListener('exit', (code) => {
    if (host.isHeard || code === 0) return;
    safely(() => {
      const message = `Jest ended with exit code ${code} before it ran any test file: it found none, or a set-up failed; its own output says why`;
      const run = new ActiveRun({ rootDir }, options);
      run.runError({ kind: 'run', phase: 'load', error: { message } });
      run.processEnds({ exitCode: code });
    });
  });
};
