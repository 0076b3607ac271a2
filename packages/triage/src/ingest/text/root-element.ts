const PROLOGUE = /^\uFEFF?\s*(?:(?:<\?[^>]*\?>|<!--[\s\S]*?-->|<!DOCTYPE[^>[]*(?:\[[\s\S]*?\])?\s*>)\s*)*/;

/** Name of the outermost element of a text that is XML; undefined for any other, and where it cannot be seen yet. */
export const rootElement = (head: string): string | undefined => {
  const prologue = PROLOGUE.exec(head)?.[0] ?? '';
  return /^<([A-Za-z_][\w:.-]*)/.exec(head.slice(prologue.length, prologue.length + 200))?.[1];
};
