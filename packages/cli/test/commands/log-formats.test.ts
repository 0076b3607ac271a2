import { READERS } from '@holdfast/triage/logs';
import { expect, it } from 'vitest';
import { triage } from '../../src/commands/triage.js';

it('offers for --format every format that can be read', () => {
  const { format } = triage.options;
  expect(format).toMatchObject({ kind: 'text' });
  const choices = format?.kind === 'text' ? format.choices : [];
  expect([...(choices ?? [])].sort()).toEqual(READERS.map(({ id }) => id).sort());
});
