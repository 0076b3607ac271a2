/** A text of at most so many characters: of a longer one head and tail are kept, and what is missing is said. */
export const cutText = (text: string, longest: number): string => {
  if (text.length <= longest) return text;
  const tail = Math.floor(longest / 4);
  const left = text.length - longest;
  return `${text.slice(0, longest - tail)}\n… [${left} characters left out]\n${text.slice(-tail)}`;
};
