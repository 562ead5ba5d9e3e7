import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Engine } from '../engine/engine.ts';
import { fileLiteral } from '../sql/files.ts';
import { raw, sql, type Sql } from '../sql/sql.ts';
import { withCurrent } from './store.ts';

/** The rejects of a store as a table of the engine. */
type UseRejects = (engine: Engine, table: Sql) => Promise<void>;

/** The file that a run leaves which was stopped for too many rejects; it is gone when a run has published. */
export const stoppedRejects = (store: string): string | null => {
  const file = join(store, 'last-rejects.csv');
  return existsSync(file) ? file : null;
};

/** Gives the rejects of the current release. */
export const withReleased = (store: string, use: UseRejects): Promise<void> =>
  withCurrent(store, (engine) => use(engine, raw('raw.rejects')));

/** Gives the rejects that a stopped run left in a file: nothing of it was published. */
export async function withStopped(file: string, use: UseRejects): Promise<void> {
  const { openDuckdb } = await import('../engine/duckdb.ts');
  const engine = await openDuckdb();
  try {
    const texts = sql`read_csv(${fileLiteral(file)}, all_varchar = true, header = true, delim = ',', quote = '"', escape = '"')`;
    await engine.create(
      'rejects',
      sql`select * replace (cast(line as bigint) as line, cast(record as bigint) as record) from ${texts}`,
    );
    await use(engine, raw('rejects'));
  } finally {
    await engine.close();
  }
}
