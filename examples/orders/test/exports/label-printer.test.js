const { mkdtempSync, rmSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { printLabel } = require('../../src/exports/label-printer');

describe('the label printer', () => {
  let folder;

  beforeAll(() => {
    folder = mkdtempSync(join(process.env.ORDERS_SCRATCH, 'labels-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const script = (name, mode) => {
    const path = join(folder, name);
    writeFileSync(path, '#!/bin/sh\nexit 0\n', { mode });
    return path;
  };

  test('prints with the program of the house', async () => {
    await expect(printLabel({ id: 7 }, script('print-here', 0o755))).resolves.toBeUndefined();
  });

  test('prints with the program that is installed', async () => {
    await expect(printLabel({ id: 7 })).resolves.toBeUndefined();
  });

  test('prints with the program of the packing table', async () => {
    await expect(printLabel({ id: 7 }, script('print-there', 0o644))).resolves.toBeUndefined();
  });
});
