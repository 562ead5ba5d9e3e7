import { join, name, sql, type Sql } from '../sql/sql.ts';
import { names, whole } from './literal.sql.ts';

/** What the winner of a row is called: the column of its value and the column of its number, from 1. */
export interface Winner {
  readonly value: string;
  readonly index: string;
}

interface Entry {
  readonly value: Sql;
  readonly index: Sql;
}

/**
 * Adds to each row which of its columns is least, and that value; of equal ones the first. A tournament: neighbours
 * meet in pairs, level by level, so that n columns take n − 1 comparisons and the text stays short. Null columns are
 * not allowed.
 */
export function leastSql(rows: Sql, columns: readonly string[], keep: readonly string[], winner: Winner): Sql {
  let entries: Entry[] = columns.map((column, i) => ({ value: name(column), index: whole(i + 1) }));
  let from = rows;
  for (let level = 1; entries.length > 1; level++) {
    const selected: Sql[] = [];
    const next: Entry[] = [];
    for (let i = 0; i < entries.length; i += 2) {
      const [left, right] = [entries[i]!, entries[i + 1]];
      const last = entries.length <= 2;
      const value = name(last ? winner.value : `${winner.value}_${level}_${i}`);
      const index = name(last ? winner.index : `${winner.index}_${level}_${i}`);
      const pick = (a: Sql, b: Sql): Sql => sql`case when ${left.value} <= ${right!.value} then ${a} else ${b} end`;
      selected.push(
        right
          ? sql`${pick(left.value, right.value)} as ${value}, ${pick(left.index, right.index)} as ${index}`
          : sql`${left.value} as ${value}, ${left.index} as ${index}`,
      );
      next.push({ value, index });
    }
    from = sql`select ${join([names(keep), ...selected])} from (${from}) as ${name(`round_${level}`)}`;
    entries = next;
  }
  return from;
}
