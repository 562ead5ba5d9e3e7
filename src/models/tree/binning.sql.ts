import { relationName } from '../../sql/relation.ts';
import { join, raw, sql, type Sql } from '../../sql/sql.ts';
import { double, numbered, sumOf, whole } from '../literal.sql.ts';
import type { BinnedFeature } from './bin-features.ts';
import { binCount, missingBin, type Binning } from './binning.ts';

const x = (i: number): Sql => raw(`x${i + 1}`);

/** One row: `total` rows, and by column `n` values, `low` and `high`. */
export function rangesSql(values: Sql, isCoded: readonly boolean[]): Sql {
  const figures = isCoded.map((coded, i) => {
    const value = coded ? sql`nullif(${x(i)}, ${whole(missingBin)})` : x(i);
    return sql`count(${value}) as ${raw(`n${i}`)}, min(${value}) as ${raw(`low${i}`)}, max(${value}) as ${raw(`high${i}`)}`;
  });
  return sql`select ${join([sql`count(*) as total`, ...figures])} from (${values}) as value_row`;
}

/** One row: how many values of a column are not finite. */
export const strangeSql = (values: Sql, column: number): Sql =>
  sql`select count(*) as strange from (${values}) as value_row where not (abs(${x(column)}) <= ${double(Number.MAX_VALUE)})`;

/** One row: how many different values each column has among some rows. What they prove does not depend on which rows they are. */
export function probeSql(values: Sql, columns: readonly number[], rows: number): Sql {
  const counts = columns.map((i) => sql`count(distinct ${x(i)}) as ${raw(`d${i}`)}`);
  return sql`select ${join(counts)} from (select * from (${values}) as value_row limit ${whole(rows)}) as some_row`;
}

/** The different values of a column in ascending order. */
export const distinctSql = (values: Sql, column: number, limit: number): Sql =>
  sql`select ${x(column)} as value from (${values}) as value_row where ${x(column)} is not null
    group by ${x(column)} order by ${x(column)} nulls last limit ${whole(limit)}`;

/** How many rows the fullest bin of some features has, and all that have a value: `feature, most, known`. */
export const fullestSql = (counts: string, features: readonly number[], classes: number): Sql =>
  sql`select feature, max(n) as most, sum(n) as known
    from (
      select feature, bin, sum(${sumOf(numbered('c', classes).map((c) => raw(c)))}) as n
      from ${relationName(counts)} where bin >= 0 and feature in (${join(features.map(whole))}) group by feature, bin
    ) as counted
    group by feature order by feature`;

/** A search by halves among edges: how many are at or below a value. */
function search(value: Sql, edges: readonly number[], from: number, to: number): Sql {
  if (from === to) return whole(from);
  const middle = (from + to) >> 1;
  return sql`case when ${value} < ${double(edges[middle]!)} then ${search(value, edges, from, middle)} else ${search(value, edges, middle + 1, to)} end`;
}

/** The bin of a value that is there. A list is looked up in a table: see `lookupSql`. */
function binSql(binning: Binning, value: Sql): Sql {
  switch (binning.kind) {
    case 'code':
      return value;
    case 'grid': {
      const scaled = binning.scale === 1 ? value : sql`${value} * ${double(binning.scale)}`;
      return sql`round(${scaled}) - ${double(binning.first)}`;
    }
    case 'even':
      return sql`floor((${value} - ${double(binning.low)}) * ${double(binning.scale)})`;
    case 'edges':
      return search(value, binning.edges, 0, binning.edges.length);
    case 'list':
      throw new Error('the bins of a list are looked up');
  }
}

/** A table with the bins of the listed values: `feature, value, bin`. */
export function lookupSql(binnings: readonly Binning[]): Sql {
  const rows = binnings.flatMap((binning, i) =>
    binning.kind === 'list'
      ? binning.values.map((value, bin) => sql`(${whole(i)}, ${double(value)}, ${whole(bin)})`)
      : [],
  );
  return sql`select cast(feature as integer) as feature, cast(value as double) as value, cast(bin as smallint) as bin
    from (values ${join(rows)}) as listed (feature, value, bin)`;
}

/** Joins the bins of listed values to rows `valued`. */
export function lookupJoins(binnings: readonly Binning[], lookup: string): Sql {
  const joins = binnings.flatMap((binning, i) =>
    binning.kind === 'list'
      ? [
          sql`left join (select value, bin from ${relationName(lookup)} where feature = ${whole(i)}) as ${raw(`listed${i + 1}`)}
            on ${raw(`listed${i + 1}.value`)} = valued.${x(i)}`,
        ]
      : [],
  );
  return join(joins, ' ');
}

/** The narrowest type for the bins of a feature: the fewer bytes, the faster a table of them is made and read. */
function binType({ binning, missing }: BinnedFeature): Sql {
  if (binning.kind === 'code') return raw('tinyint');
  const count = binCount(binning);
  return raw(missing === 0 && count <= 2 ** 8 ? 'utinyint' : count <= 2 ** 7 ? 'tinyint' : 'smallint');
}

/** The bin of a column of `valued`, as a small whole number. */
export function columnBinSql(feature: BinnedFeature, i: number): Sql {
  const { binning, missing } = feature;
  const bin = binning.kind === 'list' ? raw(`listed${i + 1}.bin`) : binSql(binning, sql`valued.${x(i)}`);
  const known = binning.kind === 'code' || missing === 0 ? bin : sql`coalesce(${bin}, ${whole(missingBin)})`;
  return sql`cast(${known} as ${binType(feature)})`;
}
