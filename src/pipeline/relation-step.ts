import { DataError, listProblems } from '../errors.ts';
import { auditOf } from '../sql/audit.ts';
import { relationSql, type Relation } from '../sql/relation.ts';
import { show } from '../sql/sql.ts';
import type { PlannedStep } from './step.ts';

/** Other relations that the checks of one read. */
const checkedAgainst = ({ id, holds, totals }: Relation): string[] =>
  [...holds, ...totals]
    .flatMap((check) => check.match(/\b(raw|warehouse|features|marts|models|scores|segments)\.[a-z_]+/g) ?? [])
    .filter((read) => read !== id);

/** Builds a relation, then checks what its header promises; a broken promise stops the run. */
export function relationStep(relation: Relation): PlannedStep {
  const query = relationSql(relation);
  return {
    name: relation.id,
    kind: 'relation',
    reads: [...new Set([...relation.reads, ...checkedAgainst(relation)])],
    writes: [relation.id],
    sql: show(query),
    isView: relation.isView,
    async run({ engine, audits }) {
      if (relation.isView) await engine.define(relation.id, query);
      else await engine.create(relation.id, query);
      const { rules, query: audit } = auditOf(relation);
      const shape: { rows: 'integer?'; [bad: `bad${number}`]: 'integer' } = {
        rows: 'integer?',
        ...Object.fromEntries(rules.map((_, i) => [`bad${i + 1}`, 'integer'])),
      };
      const [counted] = await engine.rows(audit, shape, 1);
      const found = rules.map((rule, i) => ({ relation: relation.id, rule, bad: counted![`bad${i + 1}`]! }));
      audits.push(...found);
      const broken = found
        .filter(({ bad }) => bad > 0)
        .map(({ rule, bad }) => `${relation.id}: must hold: ${rule}; broken by ${bad === 1 ? '1 row' : `${bad} rows`}`);
      if (broken.length > 0) throw new DataError(listProblems(broken));
      const { rows } = counted!;
      return { rows, outcome: rows === null ? `a view of ${relation.rowsOf}` : `${rows} rows` };
    },
  };
}
