/**
 * The reference machine, speed 1: processor time of each part of a calibration there, in milliseconds.
 * Taken by `node bench/calibration.mjs` (15 calibrations of five rounds, twice) on 2026-11-21, on a virtual machine
 * with two cores of an AMD EPYC (family 26, 2.6 GHz), Node 20.20.2; while both cores were busy with other work, which
 * processor time does not count. The speed of this machine varied from 0.94 to 1.04 over those 30 calibrations.
 */
export const REFERENCE = {
  ms: { hashing: 14.4, json: 14.3, allocation: 13.0, turns: 14.4 },
} as const;
