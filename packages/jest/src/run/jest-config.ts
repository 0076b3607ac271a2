/** What is read of Jest's global configuration. */
export interface JestGlobalConfig {
  readonly rootDir: string;
  readonly bail?: number;
  readonly seed?: number;
  readonly randomize?: boolean;
  readonly shard?: { readonly shardIndex: number; readonly shardCount: number };
  readonly watch?: boolean;
  readonly watchAll?: boolean;
  readonly globalTeardown?: string | null;
}

/** What is read of a project's configuration. */
export interface JestProjectConfig {
  readonly rootDir: string;
  readonly displayName?: { readonly name: string };
  readonly globalTeardown?: string | null;
}

/** A test file in its project. */
export interface JestTestFile {
  readonly path: string;
  readonly context: { readonly config: JestProjectConfig };
}
