import type { Engine } from '../../engine/engine.ts';
import { listedSql } from '../../sql/listed.ts';
import { relationName } from '../../sql/relation.ts';
import { join, name, sql, type Sql } from '../../sql/sql.ts';
import { namesNow } from '../../segments/keep-names.ts';
import { automaticNames, givenNames, tellsAutomatic } from '../segment-names.ts';
import type { People } from './file.ts';

const segments = 'segments.segment';

/** The names that a release should have and does not; empty where all is as people want it. */
export async function wantedNames(engine: Engine, people: People): Promise<ReadonlyMap<string, string>> {
  const given = await givenNames(engine, people);
  const wanted = namesNow({ automatic: await automaticNames(engine, segments.split('.')), given });
  if (wanted.size === 0) return wanted;
  const called = listedSql(
    { segment: 'varchar', name: 'varchar' },
    [...wanted].map(([segment, name]) => ({ segment, name })),
  );
  const other = await engine.rows(
    sql`select segment.segment from segments.segment as segment join (${called}) as called on called.segment = segment.segment
      where segment.name is distinct from called.name order by segment.segment`,
    { segment: 'text' },
  );
  return new Map(other.map(({ segment }) => [segment, wanted.get(segment)!]));
}

/** What a segment is called, by the column of its code. Not a join: the rows of a table keep their order. */
function calledSql(code: Sql, names: ReadonlyMap<string, string>, otherwise: Sql): Sql {
  const cases = [...names].map(([segment, called]) => sql`when ${segment} then ${called}`);
  return sql`case ${code} ${join(cases, ' ')} else ${otherwise} end`;
}

/** The columns that name a segment beside its code, by table: `marts.customer` → `segment`, `likely_segment`. */
async function columnsWithNames(engine: Engine): Promise<Map<string, string[]>> {
  const rows = await engine.rows(
    sql`select code.table_schema || '.' || code.table_name as relation, code.column_name as code
      from information_schema.columns as code
      join information_schema.columns as named
        on named.table_catalog = code.table_catalog and named.table_schema = code.table_schema
        and named.table_name = code.table_name and named.column_name = code.column_name || '_name'
      join information_schema.tables as holder
        on holder.table_catalog = code.table_catalog and holder.table_schema = code.table_schema
        and holder.table_name = code.table_name
      where code.table_catalog = current_database() and holder.table_type = 'BASE TABLE'
        and (code.column_name = 'segment' or code.column_name like '%!_segment' escape '!')
        and code.column_name <> 'rfm_segment'
      order by relation, code`,
    { relation: 'text', code: 'text' },
  );
  const found = new Map<string, string[]>();
  for (const { relation, code } of rows) found.set(relation, [...(found.get(relation) ?? []), code]);
  return found;
}

/** Gives segments other names, in every table of a release that shows them. */
export async function applyNames(engine: Engine, names: ReadonlyMap<string, string>): Promise<void> {
  if (names.size === 0) return;
  const isTold = await tellsAutomatic(engine, segments.split('.'));
  const automatic = isTold ? sql`` : sql`, former.name as automatic_name`;
  await engine.create(
    segments,
    sql`select former.* replace (${calledSql(name('former', 'segment'), names, name('former', 'name'))} as name)${automatic}
      from segments.segment as former order by length(former.segment), former.segment`,
  );
  for (const [relation, codes] of await columnsWithNames(engine)) {
    const shown = codes.map((code) => {
      const column = `${code}_name`;
      return sql`${calledSql(name('former', code), names, name('former', column))} as ${name(column)}`;
    });
    await engine.create(
      relation,
      sql`select former.* replace (${join(shown)}) from ${relationName(relation)} as former`,
    );
  }
}
