/** What is needed of a vector of doubles of the driver. */
interface NumberVector {
  getItem(row: number): unknown;
  setItem(row: number, value: number | null): void;
  flush(): void;
}

/** Some rows of the driver, column by column. */
interface NumberChunk {
  readonly rowCount: number;
  getColumnVector(column: number): unknown;
}

/** Rows of one chunk of the engine. */
const chunkRows = 2048;

/** Columns of numbers as chunks of the engine, which are made empty by `make`. What is not finite is null. */
export function* chunksOf<C extends NumberChunk>(
  columns: readonly Float64Array[],
  make: (rows: number) => C,
): Iterable<C> {
  const all = columns[0]?.length ?? 0;
  for (let from = 0; from < all; from += chunkRows) {
    const rows = Math.min(chunkRows, all - from);
    const chunk = make(rows);
    columns.forEach((values, i) => {
      const vector = chunk.getColumnVector(i) as NumberVector;
      for (let row = 0; row < rows; row++) {
        const value = values[from + row]!;
        vector.setItem(row, Number.isFinite(value) ? value : null);
      }
      vector.flush();
    });
    yield chunk;
  }
}

/** The columns of a result, all doubles. What is null is NaN. */
export async function columnsOf(result: {
  readonly columnCount: number;
  fetchChunk(): Promise<NumberChunk | null>;
}): Promise<readonly Float64Array[]> {
  const parts = Array.from({ length: result.columnCount }, (): Float64Array[] => []);
  for (let chunk = await result.fetchChunk(); chunk && chunk.rowCount > 0; chunk = await result.fetchChunk())
    for (const [i, pieces] of parts.entries()) {
      const vector = chunk.getColumnVector(i) as NumberVector;
      const piece = new Float64Array(chunk.rowCount);
      for (let row = 0; row < piece.length; row++) piece[row] = (vector.getItem(row) as number | null) ?? NaN;
      pieces.push(piece);
    }
  return parts.map((pieces) => {
    const whole = new Float64Array(pieces.reduce((rows, piece) => rows + piece.length, 0));
    pieces.reduce((at, piece) => (whole.set(piece, at), at + piece.length), 0);
    return whole;
  });
}
