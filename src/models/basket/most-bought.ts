import type { Engine } from '../../engine/engine.ts';
import { relationName } from '../../sql/relation.ts';
import { sql } from '../../sql/sql.ts';
import { tables } from './tables.ts';

/** How many goods tell whether a model still holds. */
const most = 1000;

/** The goods with the most lines, the first with the most, as a fit has just numbered them. */
export async function mostBought(engine: Engine): Promise<string[]> {
  const query = sql`select item from ${relationName(tables.item)} as item order by item_no desc limit ${most}`;
  return (await engine.rows(query, { item: 'text' }, most)).map(({ item }) => item);
}
