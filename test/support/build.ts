import { DataError, listProblems } from '../../src/errors.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { auditsOf, type Audit } from '../../src/sql/audit.ts';
import { relationSql, type Relation } from '../../src/sql/relation.ts';

/** The relations with each behind those it reads; throws where they read in a circle. */
export function orderByReads(relations: readonly Relation[]): Relation[] {
  const byId = new Map(relations.map((relation) => [relation.id, relation]));
  const done = new Set<string>();
  const ordered: Relation[] = [];
  const visit = (relation: Relation, path: readonly string[]): void => {
    if (done.has(relation.id)) return;
    if (path.includes(relation.id))
      throw new Error(`relations read in a circle: ${[...path, relation.id].join(' → ')}`);
    for (const read of relation.reads) {
      const source = byId.get(read);
      if (source) visit(source, [...path, relation.id]);
    }
    done.add(relation.id);
    ordered.push(relation);
  };
  relations.forEach((relation) => {
    visit(relation, []);
  });
  return ordered;
}

/** Which of the audits do not hold, each as a sentence. */
export async function failedAudits(engine: Engine, relation: Relation, audits: readonly Audit[]): Promise<string[]> {
  const failed: string[] = [];
  for (const audit of audits) {
    const [found] = await engine.rows(audit.query, { bad: 'bigint' });
    if (found!.bad !== 0n) failed.push(`${relation.id}: must hold: ${audit.rule}; broken by ${found!.bad} rows`);
  }
  return failed;
}

/** Builds relations in the order of their headers, auditing each; throws `DataError` at the first whose contract is broken. */
export async function buildLayer(engine: Engine, relations: readonly Relation[]): Promise<void> {
  for (const relation of orderByReads(relations)) {
    await engine.create(relation.id, relationSql(relation));
    const failed = await failedAudits(engine, relation, auditsOf(relation));
    if (failed.length > 0) throw new DataError(listProblems(failed));
  }
}
