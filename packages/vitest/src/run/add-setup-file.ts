/** A project as far as it is read here. */
export interface SetupProject {
  readonly config: {
    setupFiles: string | string[];
    readonly browser?: { readonly enabled?: boolean };
  };
}

/** Puts a setup file before the others of each project that runs in Node and does not have it yet. */
export const addSetupFile = (projects: readonly SetupProject[], path: string): void => {
  for (const { config } of projects) {
    if (config.browser?.enabled) continue;
    const files = [config.setupFiles].flat();
    if (!files.includes(path)) config.setupFiles = [path, ...files];
  }
};
