/** `k-Means` and `k_means` are one word to whoever writes them. */
const plain = (text: string): string => text.toLowerCase().replace(/[\s_-]+/g, '');

/**
 * Edits from one word to another: letters inserted, left out, replaced, or swapped with their neighbour (optimal string alignment,
 * after Damerau 1964).
 */
function distance(left: string, right: string): number {
  let before: number[] = [];
  let row = Array.from({ length: right.length + 1 }, (_, i) => i);
  for (let i = 1; i <= left.length; i++) {
    const next = [i];
    for (let j = 1; j <= right.length; j++) {
      const replaced = row[j - 1]! + Number(left[i - 1] !== right[j - 1]);
      const swaps = i > 1 && j > 1 && left[i - 1] === right[j - 2] && left[i - 2] === right[j - 1];
      next.push(Math.min(replaced, row[j]! + 1, next[j - 1]! + 1, swaps ? before[j - 2]! + 1 : Infinity));
    }
    [before, row] = [row, next];
  }
  return row[right.length]!;
}

/** The name most like a word, or null where none is alike: more than a third of its letters would have to change. */
export function nearest(word: string, names: readonly string[]): string | null {
  let best: string | null = null;
  let fewest = Math.floor(Math.max(word.length, 3) / 3) + 1;
  for (const name of names) {
    const edits = distance(plain(word), plain(name));
    if (edits < fewest) [best, fewest] = [name, edits];
  }
  return best;
}
