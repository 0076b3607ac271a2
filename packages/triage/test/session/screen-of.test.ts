import { expect, test } from 'vitest';
import { screenOf } from '../../src/session/screen-of.js';

test('a terminal has its width and colours, another output 80 columns and none', () => {
  expect(screenOf({ isTTY: true, columns: 120 }, {})).toEqual({ width: 120, colors: true, isTTY: true });
  expect(screenOf({}, {})).toEqual({ width: 80, colors: false, isTTY: false });
});

test('NO_COLOR goes before FORCE_COLOR, which goes before the kind of output', () => {
  expect(screenOf({}, { FORCE_COLOR: '1' }).colors).toBe(true);
  expect(screenOf({ isTTY: true }, { FORCE_COLOR: '0' }).colors).toBe(false);
  expect(screenOf({ isTTY: true }, { NO_COLOR: '1', FORCE_COLOR: '1' }).colors).toBe(false);
  expect(screenOf({ isTTY: true }, { NO_COLOR: '' }).colors).toBe(true);
});
