export type { MachineProfile, Tier } from '@holdfast/journal/sandbox';
export { TIERS } from '@holdfast/journal/sandbox';
