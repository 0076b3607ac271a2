import { existsSync } from 'node:fs';
import { join } from 'node:path';

const MANAGERS: readonly (readonly [lockFile: string, command: string])[] = [
  ['pnpm-lock.yaml', 'pnpm add --save-dev'],
  ['yarn.lock', 'yarn add --dev'],
  ['bun.lock', 'bun add --dev'],
  ['bun.lockb', 'bun add --dev'],
];

/** The command that adds a package to the project in a folder, by the lock file that lies there. */
export const installCommand = (folder: string, name: string): string => {
  const found = MANAGERS.find(([lockFile]) => existsSync(join(folder, lockFile)));
  return `${found?.[1] ?? 'npm install --save-dev'} ${name}`;
};
