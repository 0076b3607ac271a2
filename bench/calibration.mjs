// What this machine needs for each part of a calibration, and how much that varies: node bench/calibration.mjs
import { cpus } from 'node:os';
import { loadAdaptive } from './load-adaptive.mjs';
import { spread } from './statistics.mjs';

const CALIBRATIONS = 15;

const { calibrate, speedOf } = await loadAdaptive('machine/calibrate');
const measured = [];
for (let count = 0; count < CALIBRATIONS; count++) measured.push(await calibrate());

console.log(
  `${cpus().length} x ${cpus()[0]?.model}, Node ${process.version}, ${CALIBRATIONS} calibrations of five rounds`,
);
for (const part of Object.keys(measured[0])) {
  const times = measured.map((one) => one[part]);
  console.log(`${part.padEnd(12)} ${spread(times, 2)} ms of processor time`);
}
console.log(
  `speed        ${spread(
    measured.map((times) => speedOf(times)),
    3,
  )}`,
);
