import type { Engine } from '../../src/engine/engine.ts';
import { relationName, type Relation } from '../../src/sql/relation.ts';
import { sql } from '../../src/sql/sql.ts';

/** Each relation's content as one text: equal where the rows are equal to the last bit, in whatever order. */
export async function fingerprints(engine: Engine, relations: readonly Relation[]): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const { id } of relations) {
    const [print] = await engine.rows(
      sql`select count(*) || ' rows ' || coalesce(sum(cast(hash(cast(built as varchar)) as hugeint)), 0) as content
          from ${relationName(id)} as built`,
      { content: 'text' },
    );
    found[id] = print!.content;
  }
  return found;
}
