import type { Engine } from '../../src/engine/engine.ts';
import { sql, type Sql } from '../../src/sql/sql.ts';

interface PlanNode {
  readonly name: string;
  readonly children: readonly PlanNode[];
  readonly extra_info: Readonly<Record<string, unknown>>;
}

function* nodesOf(node: PlanNode): Iterable<PlanNode> {
  yield node;
  for (const child of node.children) yield* nodesOf(child);
}

/** The joins of a query that compare every row with every row; comparing with the one row of a scalar subquery is none. */
export async function quadraticJoins(engine: Engine, query: Sql): Promise<string[]> {
  const [plan] = await engine.rows(sql`explain (format json) ${query}`, { explain_value: 'json' });
  return (plan!.explain_value as readonly PlanNode[])
    .flatMap((root) => [...nodesOf(root)])
    .filter(({ name }) => /NL_JOIN|NESTED_LOOP/.test(name))
    .map(({ name, extra_info }) => `${name} ${JSON.stringify(extra_info)}`)
    .filter((join) => !join.includes('SUBQUERY'));
}
