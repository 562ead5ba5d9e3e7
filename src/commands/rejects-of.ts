import { existsSync, statSync } from 'node:fs';
import { join as joinPath } from 'node:path';
import type { Engine } from '../engine/engine.ts';
import { fileLiteral } from '../sql/files.ts';
import { join, literal, name, raw, sql, type Sql } from '../sql/sql.ts';
import { withCurrent } from './store.ts';

/** The rejects of a store as a table of the engine. */
type UseRejects = (engine: Engine, table: Sql) => Promise<void>;

/** The file that a run leaves which was stopped for too many rejects; it is gone when a run has published. */
export const stoppedRejects = (store: string): string | null => {
  const file = joinPath(store, 'last-rejects.csv');
  return existsSync(file) ? file : null;
};

/** Gives the rejects of the current release. */
export const withReleased = (store: string, use: UseRejects, writes: readonly string[]): Promise<void> =>
  withCurrent(store, (engine) => use(engine, raw('raw.rejects')), { writes });

/** The columns of the file, as a run writes `raw.rejects` to it. */
const columns = {
  load_id: 'VARCHAR',
  source: 'VARCHAR',
  table_name: 'VARCHAR',
  file: 'VARCHAR',
  line: 'BIGINT',
  record: 'BIGINT',
  column_name: 'VARCHAR',
  reason: 'VARCHAR',
  value: 'VARCHAR',
  record_text: 'VARCHAR',
} as const;

/** The longest record that the engine reads, in bytes, where the file is longer still. */
const longest = 256_000_000;

/** Gives the rejects that a stopped run left in a file: nothing of it was published. */
export async function withStopped(file: string, use: UseRejects): Promise<void> {
  const { openDuckdb } = await import('../engine/duckdb.ts');
  const engine = await openDuckdb();
  try {
    // A record may be as long as the file, and the engine looks for the end of one in no more bytes than it is told.
    const bytes = Math.min(Math.max(statSync(file).size, 2_000_000) + 16, longest);
    const typed = join(Object.entries(columns).map(([column, type]) => sql`${name(column)}: ${literal(type)}`));
    await engine.create(
      'rejects',
      sql`select * from read_csv(${fileLiteral(file)}, auto_detect = false, header = true, delim = ',', quote = '"', escape = '"',
        columns = {${typed}}, max_line_size = ${raw(String(bytes))}, parallel = false)`,
    );
    await use(engine, raw('rejects'));
  } finally {
    await engine.close();
  }
}
