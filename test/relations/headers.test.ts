import { beforeAll, describe, expect, it } from 'vitest';
import { openDuckdb } from '../../src/engine/duckdb.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { relationSql } from '../../src/sql/relation.ts';
import { sql } from '../../src/sql/sql.ts';
import { buildLayer, inOrder } from '../support/build.ts';
import { company } from '../support/company.ts';
import { allRelations } from '../support/contracts.ts';
import { createInputs } from '../support/given.ts';
import { quadraticJoins } from '../support/plan.ts';
import { tablesRead } from '../support/tables-read.ts';

/** What the order of rows, the number of threads or the day could change, and what only one engine understands. */
const forbidden = [
  /\b(avg|mean|stddev\w*|var_\w+|corr|mode|any_value|first|last|greatest|least|random|now|array_agg|list|string_agg)\s*\(/,
  /\b(current_date|current_timestamp|today|qualify|exclude|limit|tablesample|group by all|order by all|using)\b/,
];

const relations = inOrder(allRelations());

/** Everything that is built before a relation: what it reads, and what that reads. */
function before(id: string): Set<string> {
  const reads = relations.find((relation) => relation.id === id)?.reads ?? [];
  return new Set(reads.flatMap((read) => [read, ...before(read)]));
}

describe('the headers of the relations are true', () => {
  let engine: Engine;

  beforeAll(async () => {
    engine = await openDuckdb({ threads: 2 });
    await createInputs(engine, company);
    await buildLayer(engine, ...relations);
    return () => engine.close();
  });

  describe.each(relations)('$id', (relation) => {
    it('binds, and has the columns that its header names', async () => {
      const columns = (await engine.check(relationSql(relation))).map(({ name }) => name);
      expect(columns).toEqual(expect.arrayContaining([...relation.grain, ...relation.notNull]));
      expect(new Set(columns).size).toBe(columns.length);
    });

    it('reads what it says', async () => {
      expect(await tablesRead(engine, relation.text)).toEqual([...relation.reads].sort());
      if (relation.rowsOf !== null) expect(relation.reads).toContain(relation.rowsOf);
    });

    it('is audited with tables that are there by then', async () => {
      const there = before(relation.id).add(relation.id);
      for (const rule of relation.totals) {
        const audited = await tablesRead(engine, `select ${rule}`);
        expect(audited.filter((table) => !there.has(table))).toEqual([]);
      }
    });

    it('keeps the rules of SQL', () => {
      const code = relation.text.replaceAll(/--.*$/gm, '').replaceAll(/'[^']*'/g, "''");
      for (const pattern of forbidden) expect(code).not.toMatch(pattern);
      expect(code).toBe(code.toLowerCase());
    });

    it('joins by keys, never row by row', async () => {
      expect(await quadraticJoins(engine, relationSql(relation))).toEqual([]);
    });
  });

  it('can be found untrue', async () => {
    expect(
      await tablesRead(engine, 'with a as (from raw.x) select (select q from d.e) from a join b.c on true'),
    ).toEqual(['b.c', 'd.e', 'raw.x']);
    const slow = sql`select 1 from marts.customer as a left join marts.customer as b on b.customer_id = a.customer_id and a.is_prospect`;
    expect(await quadraticJoins(engine, slow)).toHaveLength(1);
    expect(forbidden.map((pattern) => pattern.test('select avg(x) from y limit 1'))).toEqual([true, true]);
  });
});
