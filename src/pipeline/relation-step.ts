import { DataError, listProblems } from '../errors.ts';
import { auditsOf } from '../sql/audit.ts';
import { relationSql, type Relation } from '../sql/relation.ts';
import { show } from '../sql/sql.ts';
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
    async run({ engine, audits }) {
      const { rows } = await engine.create(relation.id, query);
      const broken: string[] = [];
      for (const { rule, query: audit } of auditsOf(relation)) {
        const [result] = await engine.rows(audit, { bad: 'integer' }, 1);
        const bad = result!.bad;
        audits.push({ relation: relation.id, rule, bad });
        if (bad > 0)
          broken.push(`${relation.id}: must hold: ${rule}; broken by ${bad === 1 ? '1 row' : `${bad} rows`}`);
      }
      if (broken.length > 0) throw new DataError(listProblems(broken));
      return { rows, outcome: `${rows} rows` };
    },
  };
}
