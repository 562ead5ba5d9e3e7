import type { Engine } from '../../src/engine/engine.ts';
import { literal, sql } from '../../src/sql/sql.ts';

const isNode = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

function* tablesIn(node: unknown): Iterable<string> {
  if (!isNode(node)) return;
  if (node.type === 'BASE_TABLE' && node.schema_name !== '')
    yield `${String(node.schema_name)}.${String(node.table_name)}`;
  for (const child of Object.values(node)) yield* tablesIn(child);
}

/** The tables that a statement reads, as DuckDB's own parser sees them: `schema.name`, sorted. */
export async function tablesRead(engine: Engine, statement: string): Promise<string[]> {
  const [parsed] = await engine.rows(sql`select cast(json_serialize_sql(${literal(statement)}) as varchar) as tree`, {
    tree: 'json',
  });
  const tree = parsed!.tree as { error: boolean; error_message?: string };
  if (tree.error) throw new Error(tree.error_message);
  return [...new Set(tablesIn(tree))].sort();
}
