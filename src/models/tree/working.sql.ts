import { relationName } from '../../sql/relation.ts';
import { join, name, raw, sql, type Sql } from '../../sql/sql.ts';
import { classSql, isOwn, labelKnownSql, type ClassSource } from '../classes.sql.ts';
import { valuesSql } from '../feature-set.sql.ts';
import type { ModelColumn } from '../feature-set.ts';
import { foldSql } from '../fold.sql.ts';
import { numbered, whole } from '../literal.sql.ts';
import { hashedSql } from '../row-hash.sql.ts';
import type { BinnedFeature } from './bin-features.ts';
import { columnBinSql, lookupJoins } from './binning.sql.ts';
import { cellType } from './block.ts';

/** Where rows come from: those of a table whose class is known. */
export interface TreeRows {
  readonly relation: string;
  readonly key: string;
  readonly source: ClassSource;
  readonly classes: readonly string[];
  /** The column that says the part of a row, and its values; null: parts by the key. */
  readonly fold: { readonly column: string; readonly values: readonly string[] } | null;
  readonly folds: number;
  /** The key is but the number of a row: parts are by the values of the rows. */
  readonly isNumbered: boolean;
  /** The column that says how many rows a row stands for. */
  readonly weight: string | null;
}

/** A text column as the place of its value in a list. */
const place = (column: string, levels: readonly string[]): ModelColumn => ({
  name: column,
  limits: null,
  transform: 'none',
  source: { kind: 'code', column, levels, unknown: -2 },
});

const number = (column: string): ModelColumn => ({
  name: column,
  limits: null,
  transform: 'none',
  source: { kind: 'column', column },
});

/** The rows that are fitted, over the alias `base`. */
export function knownSql(rows: TreeRows): Sql {
  const known = labelKnownSql(rows, rows.source);
  return rows.weight === null ? known : sql`${known} and base.${name(rows.weight)} > 0`;
}

/** The same for people, to stand behind `where` in a select from the relation. */
export function amongSql({ relation, key, source, weight }: TreeRows): Sql {
  const column = name(source.column);
  const known = isOwn({ relation, key }, source)
    ? sql`${column} is not null`
    : sql`${name(key)} in (select ${name(source.key)} from ${relationName(source.relation)} where ${column} is not null)`;
  return weight === null ? known : sql`${known} and ${name(weight)} > 0`;
}

/** The values of some columns of the rows that are fitted: `customer_id, x1 … xp`. */
export const rowValuesSql = (rows: TreeRows, columns: readonly ModelColumn[]): Sql =>
  valuesSql({ relation: rows.relation, key: rows.key, columns }, knownSql(rows));

/**
 * The working table of a fit: `cell`, part · classes + class (part 0 where there are no parts); `weight` where there is one; and `bins`, a structure
 * `b1 … bp`: as one column it is copied for a third of what its columns would cost.
 */
export function workingSql(rows: TreeRows, features: readonly BinnedFeature[], lookup: string): Sql {
  const own = isOwn(rows, rows.source);
  const extra = [
    ...(own ? [place(rows.source.column, rows.classes)] : []),
    ...(rows.fold === null ? [] : [place(rows.fold.column, rows.fold.values)]),
    ...(rows.weight === null ? [] : [number(rows.weight)]),
  ];
  const at = (column: string): Sql => {
    const i = extra.findIndex((one) => one.name === column);
    return sql`valued.${raw(`x${features.length + i + 1}`)}`;
  };
  const classes = rows.classes.map((label, code) => sql`when ${label} then ${whole(code)}`);
  const label = own ? at(rows.source.column) : sql`case known.class ${join(classes, ' ')} end`;
  const part =
    rows.folds === 0 ? whole(0) : rows.fold === null ? foldSql(sql`valued.hash_key`, rows.folds) : at(rows.fold.column);
  const count = rows.classes.length;
  const bins = features.map((feature, i) => sql`${raw(`b${i + 1}`)} := ${columnBinSql(feature, i)}`);
  const columns = [
    sql`cast((${part}) * ${whole(count)} + ${label} as ${cellType(Math.max(1, rows.folds), count)}) as cell`,
    ...(rows.weight === null ? [] : [sql`cast(${at(rows.weight)} as bigint) as weight`]),
    sql`struct_pack(${join(bins)}) as bins`,
  ];
  const values = rowValuesSql(rows, [...features.map(({ column }) => column), ...extra]);
  const valued =
    rows.folds > 0 && rows.fold === null
      ? hashedSql(values, numbered('x', features.length + extra.length), rows.isNumbered)
      : values;
  const binnings = features.map(({ binning }) => binning);
  return sql`select ${join(columns)} from (${valued}) as valued
    ${own ? sql`` : sql`join (${classSql(rows.source)}) as known on known.customer_id = valued.customer_id`}
    ${lookupJoins(binnings, lookup)}`;
}
