// Vitest's types differ by module system, and what is added to them must go to those that test files see.
type TaskMeta = import('./task-meta.mjs', { with: { 'resolution-mode': 'import' }}).HoldfastTaskMeta;

export type { TaskMeta as HoldfastTaskMeta };
