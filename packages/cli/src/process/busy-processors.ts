import { Worker } from 'node:worker_threads';

/** Ends when the program ends, however that is: threads do not outlive their process. */
const LOOP = 'for (;;) {}';

/** Keeps so many processors busy until it is told to stop. */
export const keepBusy = (count: number): (() => Promise<void>) => {
  const workers = Array.from({ length: count }, () => new Worker(LOOP, { eval: true }));
  for (const worker of workers) worker.unref();
  return async () => {
    await Promise.all(workers.map((worker) => worker.terminate()));
  };
};
