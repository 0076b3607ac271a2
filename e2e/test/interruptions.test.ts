import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Interruption, interruptedFiles } from '../cases/interrupted.js';
import { left, newLedger, runWithLedger } from '../src/lease-ledger.js';
import { FULL_MATRIX } from '../src/matrix.js';
import { writeProject } from '../src/project.js';

const INTERRUPTIONS: readonly Interruption[] = ['group', 'runner'];

describe.each(FULL_MATRIX)('an interrupted run of $runner with $mode', (setting) => {
  it.each(INTERRUPTIONS)('leaves no process and no directory, where SIGINT goes to the %s', async (whom) => {
    const ledger = newLedger();
    const project = writeProject(setting, interruptedFiles(setting));
    const interrupted = await runWithLedger(project, ledger, { INTERRUPT: whom });
    const said = interrupted.stdout + interrupted.stderr;
    expect(
      [...readdirSync(join(ledger, 'leases')), ...readdirSync(join(ledger, 'directories'))],
      said,
    ).toEqual([]);
    expect(said).toContain('Holdfast reclaimed what killed tests had left: ');
    expect(interrupted.report?.run.interrupted, said).toBe('signal');
    // A worker without leases may outlive the runner for a moment; nothing of the next run is needed for its end.
    await expect.poll(() => left(ledger), { timeout: 10_000 }).toEqual([]);
  });
});
