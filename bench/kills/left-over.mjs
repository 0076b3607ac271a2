import { readdirSync, readFileSync } from 'node:fs';

/** Whether a process was started on a lease of a ledger, and lives. The runner's own workers, which may take a moment to end, are on none. */
const isOf = (pid, ledger) => {
  try {
    if (/^\d+ \(.*\) [ZX]/s.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))) return false;
    const environment = readFileSync(`/proc/${pid}/environ`, 'latin1').split('\0');
    return (
      environment.includes(`HOLDFAST_LEASE_DIR=${ledger}`) &&
      environment.some((entry) => entry.startsWith('HOLDFAST_LEASE='))
    );
  } catch {
    return false;
  }
};

const list = (directory) => {
  try {
    return readdirSync(directory);
  } catch {
    return [];
  }
};

/**
 * What is there of a ledger's runs when none of them is under way, one word each.
 * @param {string} ledger
 * @param {() => Promise<string[]>} databases names of the databases on the server
 */
export const leftOver = async (ledger, databases) => {
  const processes = readdirSync('/proc').filter((name) => /^\d+$/.test(name) && isOf(name, ledger));
  return [
    ...(await databases()).filter((name) => name.startsWith('hf_')).map((name) => `database ${name}`),
    ...processes.map((pid) => `process ${pid}`),
    ...list(`${ledger}/directories`).map((name) => `directory ${name}`),
    ...list(`${ledger}/leases`).map((name) => `lease ${name}`),
  ];
};

/** Processes of a ledger's runs that a parent started: the workers of a runner. */
export const childrenOf = (parent) =>
  readdirSync('/proc').filter((name) => {
    if (!/^\d+$/.test(name)) return false;
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]) === parent;
    } catch {
      return false;
    }
  });
