/**
 * Environment variable by which a reporter tells workers where to write their journals
 * (an absolute path). A worker without it writes nothing.
 */
export const RUN_DIRECTORY_VARIABLE = 'HOLDFAST_RUN_DIR';

/** File name of one worker's journal. */
export const journalFileName = (pid: number, thread: number): string => `worker-${pid}-${thread}.jsonl`;
