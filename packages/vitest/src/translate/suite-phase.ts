import type { Phase } from '@holdfast/journal';
import type { VitestSuite } from './vitest-task.js';

/** Which hook of a group that ran an error came from. Where both hooks failed, the last error is afterAll's. */
export const suitePhase = ({ result }: VitestSuite, isLast: boolean): Extract<Phase, 'beforeAll' | 'afterAll'> => {
  if (result?.hooks?.beforeAll !== 'run') return 'afterAll';
  return result.hooks.afterAll === 'run' && isLast && (result.errors?.length ?? 0) > 1 ? 'afterAll' : 'beforeAll';
};
