import { name, sql, type Sql } from '../sql/sql.ts';

/** The tables of the release before, where there is one: the schema and table as the engine finds them. */
export interface FormerTables {
  readonly membership: readonly string[];
  readonly size: readonly string[];
  readonly migration: readonly string[];
  /** Null where an earlier version wrote the release. */
  readonly event: readonly string[] | null;
}

/** A table of the release before, or nothing of its columns, `none`. */
export function formerSql(former: FormerTables | null, which: keyof FormerTables, none: Sql): Sql {
  const path = former?.[which] ?? null;
  return path === null ? sql`(${none})` : name(...path);
}
