import { relationName } from '../sql/relation.ts';
import { sql } from '../sql/sql.ts';
import type { Engine } from './engine.ts';

/**
 * Reads every column of every row of the tables of a database once, so that the check sum of every block that holds one is verified.
 *
 * @param catalogue what it is attached as
 * @returns how many tables
 * @throws EngineError at the first block that is not as it was written
 */
export async function readWhole(engine: Engine, catalogue: string): Promise<number> {
  const tables = await engine.rows(
    sql`select table_schema || '.' || table_name as relation from information_schema.tables
      where table_catalog = ${catalogue} and table_type = 'BASE TABLE' order by relation`,
    { relation: 'text' },
  );
  for (const { relation } of tables)
    await engine.rows(
      sql`select cast(bit_xor(hash(whole)) as varchar) as digest from ${relationName(`${catalogue}.${relation}`)} as whole`,
      { digest: 'text?' },
      1,
    );
  return tables.length;
}
