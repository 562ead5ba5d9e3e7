/** A text that was cut to its `start`, without the word that the cut went through; with it where less than half would be left. */
export function wholeWords(text: string, start: string): string {
  const isThroughWord = /[\p{L}\p{N}]$/u.test(start) && /^[\p{L}\p{M}\p{N}]/u.test(text.slice(start.length));
  const end = start.search(/[^\p{L}\p{M}\p{N}]+[\p{L}\p{M}\p{N}]*$/u);
  return isThroughWord && end >= start.length / 2 ? start.slice(0, end) : start;
}
