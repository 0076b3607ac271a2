import { pinnedPnpm, pnpm } from '../workspace/pnpm.mjs';
import { isInstalled, markInstalled } from './installed.mjs';

const reminderMs = 15_000;

/**
 * Installs what the lockfile says, with the pinned pnpm; does nothing where that is done already.
 * @throws with pnpm's own words when it fails
 */
export const install = async () => {
  if (isInstalled()) return;
  const start = performance.now();
  const seconds = () => Math.round((performance.now() - start) / 1000);
  console.log(`Installing dependencies with ${pinnedPnpm()} (only when the lockfile has changed) ...`);
  const reminder = setInterval(() => console.log(`... still installing, ${seconds()} s`), reminderMs);
  try {
    const { code, output } = await pnpm([
      'install',
      '--frozen-lockfile',
      '--reporter=append-only',
      // Without a terminal pnpm would otherwise refuse to replace a node_modules that another tool made.
      '--config.confirm-modules-purge=false',
    ]);
    if (code !== 0) throw new Error(`The dependencies could not be installed:\n${output}`);
  } finally {
    clearInterval(reminder);
  }
  markInstalled();
  console.log(`Dependencies installed in ${seconds()} s.`);
};
