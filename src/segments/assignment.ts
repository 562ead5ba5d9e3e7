/**
 * The pairing of rows with columns that has the largest sum of weights, each row and column in one pair at most; O(rows² ·
 * columns). Shortest augmenting paths with potentials (Kuhn 1955; Jonker & Volgenant 1987). Of equally good pairings the same one every
 * time.
 *
 * @param weights one row an entry, all as long as the first; finite
 * @returns by row the column that it is paired with, or null where there are fewer columns than rows
 */
export function bestPairs(weights: readonly (readonly number[])[]): (number | null)[] {
  const rows = weights.length;
  const columns = weights[0]?.length ?? 0;
  if (rows > columns) {
    const turned = bestPairs(Array.from({ length: columns }, (_, c) => weights.map((row) => row[c]!)));
    return weights.map((_, r) => {
      const column = turned.indexOf(r);
      return column < 0 ? null : column;
    });
  }
  const [rowPotential, columnPotential] = [new Float64Array(rows + 1), new Float64Array(columns + 1)];
  /** By column (from 1; 0 is where a search begins) the row it is paired with, from 1; 0: none yet. */
  const pairedWith = new Int32Array(columns + 1);
  for (let row = 1; row <= rows; row++) {
    const cameFrom = new Int32Array(columns + 1);
    const slack = new Float64Array(columns + 1).fill(Infinity);
    const visited = new Uint8Array(columns + 1);
    pairedWith[0] = row;
    let at = 0;
    while (pairedWith[at] !== 0) {
      visited[at] = 1;
      const from = pairedWith[at]!;
      let [nearest, step] = [0, Infinity];
      for (let column = 1; column <= columns; column++) {
        if (visited[column]) continue;
        const cost = -weights[from - 1]![column - 1]! - rowPotential[from]! - columnPotential[column]!;
        if (cost < slack[column]!) {
          slack[column] = cost;
          cameFrom[column] = at;
        }
        if (slack[column]! < step) [nearest, step] = [column, slack[column]!];
      }
      for (let column = 0; column <= columns; column++) {
        if (visited[column]) {
          rowPotential[pairedWith[column]!]! += step;
          columnPotential[column]! -= step;
        } else slack[column]! -= step;
      }
      at = nearest;
    }
    for (; at !== 0; at = cameFrom[at]!) pairedWith[at] = pairedWith[cameFrom[at]!]!;
  }
  return weights.map((_, r) => pairedWith.indexOf(r + 1, 1) - 1);
}
