import { closeSync, openSync, writeSync } from 'node:fs';
import { openDuckdb } from '../src/engine/duckdb.ts';
import { literal, raw, sql } from '../src/sql/sql.ts';

/** Writes expressions over a Parquet file in the cheapest form that NumPy reads: one block of doubles. */
export async function writeNpy(
  file: string,
  parquet: string,
  rows: number,
  expressions: readonly string[],
): Promise<void> {
  const described = `{'descr': '<f8', 'fortran_order': False, 'shape': (${rows}, ${expressions.length}), }`;
  const header = described.padEnd(117) + '\n';
  const out = openSync(file, 'w');
  writeSync(
    out,
    Buffer.concat([Buffer.from([0x93, ...Buffer.from('NUMPY'), 1, 0, header.length, 0]), Buffer.from(header)]),
  );
  const engine = await openDuckdb();
  const doubles = expressions.map((expression, j) => `cast(${expression} as double) as v${j}`).join(', ');
  for await (const chunk of engine.chunks(sql`select ${raw(doubles)} from read_parquet(${literal(parquet)})`)) {
    const block = new Float64Array(chunk.rows * expressions.length);
    chunk.columns.forEach((values, j) => {
      for (let i = 0; i < chunk.rows; i++) block[i * expressions.length + j] = values[i] as number;
    });
    writeSync(out, Buffer.from(block.buffer));
  }
  await engine.close();
  closeSync(out);
}
