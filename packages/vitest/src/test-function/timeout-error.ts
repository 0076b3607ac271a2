/** What Vitest itself throws where a limit strikes, with the line that defined what ran into it. */
export const timeoutError = (of: 'test' | 'hook', limitMs: number, place: Error | undefined): Error => {
  const Of = of === 'test' ? 'Test' : 'Hook';
  const message = `${Of} timed out in ${limitMs}ms.\nIf this is a long-running ${of}, pass a timeout value as the last argument or configure it globally with "${of}Timeout".`;
  const error = new Error(message);
  const frames = place?.stack?.split('\n').filter((line) => /^\s+at /.test(line)) ?? [];
  error.stack = [`Error: ${message}`, ...frames].join('\n');
  return error;
};
