import { relationBeside, relationName } from '../sql/relation.ts';
import { join, literal, name, raw, sql, type Sql } from '../sql/sql.ts';
import { attributeJoin, attributeNumber } from './attribute.sql.ts';
import { parseSource, type FeatureSource, type Transform } from '../text/feature.ts';
import type { ColumnSource, FeatureScope, FeatureSet, ModelColumn } from './feature-set.ts';
import { double, texts, whole } from './literal.sql.ts';

/** What the rows of `base` are joined to customers by. */
const keyOf = (key: string): Sql => sql`cast(base.${name(key)} as varchar)`;

/** Names that differ in upper and lower case alone are one to the engine. */
const attributeAlias = (attribute: string): string => `attribute_${Buffer.from(attribute).toString('hex')}`;

/** The text of a column or an attribute. */
const levelText = (column: string): Sql => {
  const source = parseSource(column);
  return source.kind === 'attribute'
    ? name(attributeAlias(source.attribute), 'value')
    : sql`cast(base.${name(column)} as varchar)`;
};

/** Each attribute is joined once, however many columns are made of it. */
function attributeJoins(sources: readonly FeatureSource[], key: Sql): Sql[] {
  const attributes = sources.flatMap((source) => (source.kind === 'attribute' ? [source.attribute] : []));
  return [...new Set(attributes)].map((attribute) => attributeJoin(attribute, attributeAlias(attribute), key));
}

/** The most frequent levels of a column or an attribute, the most frequent first, equal ones by alphabet. */
export function levelsSql(scope: FeatureScope, column: string, limit: number): Sql {
  return sql`select level
    from (
      select ${levelText(column)} as level
      from ${relationName(scope.relation)} as base
      ${join(attributeJoins([parseSource(column)], keyOf(scope.key)), ' ')}
      where ${scope.where}
    ) as valued
    where level is not null
    group by level
    order by count(*) desc nulls last, level nulls last
    limit ${whole(limit)}`;
}

/**
 * The transformed value; not a number where the transform has none, so that it is refused and not taken for missing.
 */
function transformed(value: Sql, transform: Transform): Sql {
  switch (transform) {
    case 'none':
      return value;
    case 'log1p':
      return sql`case
        when ${value} > -1 then ln(1 + ${value})
        when ${value} is not null then cast('nan' as double)
      end`;
    case 'signed_log':
      return sql`case when ${value} < 0 then -ln(1 - ${value}) else ln(1 + ${value}) end`;
  }
}

/** The value drawn in to its limits; one that is not finite stays, so that it is refused. */
function drawnIn(value: Sql, limits: ModelColumn['limits']): Sql {
  if (limits === null) return value;
  const [low, high] = [double(limits.low), double(limits.high)];
  return sql`case when ${value} < ${low} and ${value} >= ${double(-Number.MAX_VALUE)} then ${low}
      when ${value} > ${high} and ${value} <= ${double(Number.MAX_VALUE)} then ${high} else ${value} end`;
}

const shareAlias = (i: number): string => `share${i + 1}`;

function sourceSql(source: ColumnSource, i: number): Sql {
  switch (source.kind) {
    case 'column':
      return sql`cast(base.${name(source.column)} as double)`;
    case 'share':
      return sql`coalesce(${name(shareAlias(i), 'share')}, cast(0 as double))`;
    case 'attribute':
      return attributeNumber(name(attributeAlias(source.attribute), 'value'));
    case 'level': {
      const value = levelText(source.column);
      const known = source.rest ? sql`${value} is not null` : sql`${value} in ${texts(source.named)}`;
      const is =
        source.level === null ? sql`${value} not in ${texts(source.named)}` : sql`${value} = ${literal(source.level)}`;
      return sql`case when ${is} then cast(1 as double) when ${known} then cast(0 as double) end`;
    }
    case 'code': {
      const value = levelText(source.column);
      const cases = source.levels.map((level, code) => sql`when ${value} = ${literal(level)} then ${whole(code)}`);
      const none = sql`when ${value} is null then -1`;
      return sql`cast(case ${join([...cases, none], ' ')} else ${whole(source.unknown)} end as double)`;
    }
  }
}

/** Customers without the category or channel have no row: their share is 0. */
function shareJoin(relation: string, column: ModelColumn, i: number, key: Sql): Sql[] {
  const { source } = column;
  if (source.kind !== 'share') return [];
  return [
    sql`left join (
      select customer_id, cast(share as double) as share
      from ${relationName(relationBeside(relation, `features.customer_${source.of}`))}
      where ${name(source.of)} = ${literal(source.value)}
    ) as ${name(shareAlias(i))} on ${name(shareAlias(i), 'customer_id')} = ${key}`,
  ];
}

/** Columns of the table of a feature set that its rows keep, under these names. */
export type Kept = Readonly<Record<string, string>>;

/** The values of a feature set: `customer_id, x1 … xp` as doubles, null where a value is missing, and what is `kept`. */
export function valuesSql(set: Pick<FeatureSet, 'relation' | 'key' | 'columns'>, where: Sql, kept: Kept = {}): Sql {
  const key = keyOf(set.key);
  const values = set.columns.map(
    ({ source, limits, transform }, i) =>
      sql`${transformed(drawnIn(sourceSql(source, i), limits), transform)} as ${raw(`x${i + 1}`)}`,
  );
  const sources = set.columns.map(({ source }) =>
    source.kind === 'level' || source.kind === 'code' ? parseSource(source.column) : source,
  );
  const joins = [
    ...set.columns.flatMap((column, i) => shareJoin(set.relation, column, i, key)),
    ...attributeJoins(sources, key),
  ];
  const further = Object.entries(kept).map(([as, column]) => sql`base.${name(column)} as ${name(as)}`);
  return sql`select ${join([sql`${key} as customer_id`, ...values, ...further])}
    from ${relationName(set.relation)} as base ${join(joins, ' ')}
    where ${where}`;
}
