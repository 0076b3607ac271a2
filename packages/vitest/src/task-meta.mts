import type { HoldfastTaskMeta } from './holdfast-task-meta.js';

declare module 'vitest' {
  interface TaskMeta {
    holdfast?: HoldfastTaskMeta;
  }
}

export type { HoldfastTaskMeta };
