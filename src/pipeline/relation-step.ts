import { DataError, listProblems } from '../errors.ts';
import { auditsOf } from '../sql/audit.ts';
import type { Engine } from '../engine/engine.ts';
import { relationName, relationSql, type Relation } from '../sql/relation.ts';
import { show, sql, type Sql } from '../sql/sql.ts';
import type { PlannedStep } from './step.ts';

/** Builds a relation, then checks what its header promises; a broken promise stops the run. */
export function relationStep(relation: Relation): PlannedStep {
  const query = relationSql(relation);
  return {
    name: relation.id,
    kind: 'relation',
    reads: relation.reads,
    writes: [relation.id],
    sql: show(query),
    isView: relation.isView,
    async run({ engine, audits }) {
      const rows = relation.isView
        ? await define(engine, relation, query)
        : (await engine.create(relation.id, query)).rows;
      const broken: string[] = [];
      for (const { rules, query: audit } of auditsOf(relation)) {
        const shape = Object.fromEntries(rules.map((_, i) => [`bad${i + 1}`, 'integer'] as const));
        const [counted] = await engine.rows(audit, shape, 1);
        for (const [i, rule] of rules.entries()) {
          const bad = counted![`bad${i + 1}`]!;
          audits.push({ relation: relation.id, rule, bad });
          if (bad > 0)
            broken.push(`${relation.id}: must hold: ${rule}; broken by ${bad === 1 ? '1 row' : `${bad} rows`}`);
        }
      }
      if (broken.length > 0) throw new DataError(listProblems(broken));
      return { rows, outcome: rows === null ? `a view of ${relation.rowsOf}` : `${rows} rows` };
    },
  };
}

/** Rows of another relation are not counted again: that could be the whole work of the view. */
async function define(engine: Engine, { id, rowsOf }: Relation, query: Sql): Promise<number | null> {
  await engine.define(id, query);
  if (rowsOf !== null) return null;
  const [counted] = await engine.rows(sql`select count(*) as rows from ${relationName(id)}`, { rows: 'integer' }, 1);
  return counted!.rows;
}
