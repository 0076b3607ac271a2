const COMPILED_IMPORT =
  /(?:\(0 ?, ?_?[\w$]+\.(?:default\.)?([\w$]+)\)|__vi_import_\d+__\.([\w$]+)) is not a (?:function|constructor)/;

/** The name of a missing imported function, as compiled imports print it: `(0, _store.find)`, `__vi_import_0__.find`. */
export const missingCompiledImport = (text: string): string | undefined => {
  const match = COMPILED_IMPORT.exec(text);
  return match?.[1] ?? match?.[2];
};
