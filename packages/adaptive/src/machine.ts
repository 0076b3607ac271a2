export type { CalibrationCache } from './machine/calibration-cache.js';
export { describeProfile } from './machine/describe-profile.js';
export { handedProfile, handProfile, MACHINE_VARIABLE } from './machine/handed-profile.js';
export type { MeasureOptions } from './machine/measure-machine.js';
export { measureMachine } from './machine/measure-machine.js';
export type { MachineProfile, Tier } from './machine/profile.js';
export { TIERS } from './machine/profile.js';
export type { MachineSource } from './machine/source.js';
