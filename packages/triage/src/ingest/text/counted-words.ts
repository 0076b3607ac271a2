/** `3 failed, 2 passed`: how many of what, with the words in lower case. */
export const countedWords = (text: string): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const [, amount, word] of text.matchAll(/(?<!\d)(\d{1,9}) ([A-Za-z]+)/g)) {
    const key = (word as string).toLowerCase();
    counts.set(key, (counts.get(key) ?? 0) + Number(amount));
  }
  return counts;
};
