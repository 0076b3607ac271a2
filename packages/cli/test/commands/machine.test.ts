import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { runCli } from '../run-cli.js';

const cwd = mkdtempSync(join(tmpdir(), 'holdfast-machine-'));
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

describe('holdfast machine', () => {
  it('prints the profile, and what the budgets of the project become', async () => {
    writeFileSync(
      join(cwd, 'holdfast.config.json'),
      '{"environments":{"ci":{"limits":{"unit":100},"load":0.5,"timeMultiplier":2,"poolSize":7}}}',
    );
    const { stdout, exitCode, stderr } = await runCli(['machine', '--environment', 'ci', '--json'], { cwd });
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    const { machine, settings, budgets } = JSON.parse(stdout);
    expect(machine.cores).toBeGreaterThan(0);
    expect(settings).toMatchObject({ environment: 'ci', poolSize: 7 });
    expect(budgets.limits.unit.askedMs).toBe(100);
    expect(budgets.limits.unit.limitMs).toBeGreaterThanOrEqual(200);
    expect(budgets.load).toMatchObject({ asked: 100, amount: 50, reason: 'multiplier 0.5' });
  });

  it('says it in words too', async () => {
    const { stdout } = await runCli(['machine', '--environment', 'ci'], { cwd });
    expect(stdout).toMatch(/^\d.* cores?, .*tier (?:low|medium|high)/);
    expect(stdout).toMatch(/^integration +30000 ms +\d+ ms/m);
    expect(stdout).toContain('environment ci, holdfast.config.json');
  });

  it('says what is wrong in the settings, and counts the rest', async () => {
    writeFileSync(join(cwd, 'holdfast.config.json'), '{"lod":2}');
    const { stdout, stderr, exitCode } = await runCli(['machine'], { cwd });
    expect(exitCode).toBe(2);
    expect(stderr).toContain('lod');
    expect(stdout).toContain('cores');
  });
});
