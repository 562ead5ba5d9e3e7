import { relationName } from '../../sql/relation.ts';
import { join, sql, type Sql } from '../../sql/sql.ts';
import { whole } from '../literal.sql.ts';
import { membersSql, type LevelFrame } from './counts.sql.ts';
import type { GrownTree } from './node.ts';
import { binRuleSql, walkSql } from './rule.sql.ts';

/** Rows of a part by leaf of the tree that was grown without it: `tree, node, class, members`. */
export function heldOutSql(working: string, trees: readonly GrownTree[], frame: LevelFrame): Sql {
  const classes = frame.masses.length;
  const branches = trees.flatMap((nodes, tree) => {
    if (tree === 0) return [];
    const leaf = walkSql(nodes, binRuleSql, whole)!;
    const [from, to] = [(tree - 1) * classes, tree * classes];
    return [
      sql`select ${whole(tree)} as tree, node, cell % ${whole(classes)} as class, ${membersSql(frame)} as members
        from (select ${leaf} as node, * from ${relationName(working)} where cell >= ${whole(from)} and cell < ${whole(to)}) as placed
        group by node, cell`,
    ];
  });
  return sql`select * from (${join(branches, ' union all ')}) as held order by tree, node, class`;
}
