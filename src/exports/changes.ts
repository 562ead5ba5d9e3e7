import type { Engine } from '../engine/engine.ts';
import { name, sql } from '../sql/sql.ts';
import { audienceChangeSql, otherSegment, segmentChangeSql, type Change, type Since } from './changes.sql.ts';
import { audienceColumns, customerColumns } from './columns.ts';
import { byMoney, readSegments, type List } from './lists.ts';

/** Who entered a list, or left it. */
export interface ChangeList extends List {
  readonly change: Change;
}

const changes: readonly Change[] = ['entered', 'left'];

const listOf = (list: Pick<List, 'stem' | 'title' | 'columns'>, change: Change): ChangeList => ({
  ...list,
  stem: `${list.stem}-${change}`,
  change,
  where: sql`true`,
  order: byMoney,
});

const ofSegment = (list: Pick<List, 'stem' | 'title'>, segment: string, change: Change, since: Since): ChangeList => {
  const other = otherSegment[change];
  const columns = { ...customerColumns, [other]: 'text', [`${other}_name`]: 'text' } as const;
  return { ...listOf({ ...list, columns }, change), segment, among: segmentChangeSql(segment, change, since) };
};

const ofAudience = (
  list: Pick<List, 'stem' | 'title'>,
  audience: string,
  change: Change,
  since: Since,
): ChangeList => ({
  ...listOf({ ...list, columns: audienceColumns }, change),
  audience,
  among: audienceChangeSql(audience, change, since),
});

/** Segments that the release before had and this one has no more: everybody left them. */
async function goneSegments(engine: Engine, since: Since, known: readonly string[]): Promise<List[]> {
  const former = since.table('segments.segment');
  const segments = former === null ? [] : await readSegments(engine, name(...former));
  return segments
    .filter(({ segment }) => !known.includes(segment))
    .map(({ segment, name: title, stem }) => ({
      stem,
      title,
      segment,
      columns: customerColumns,
      where: sql`true`,
      order: byMoney,
    }));
}

async function goneAudiences(engine: Engine, since: Since, known: readonly string[]): Promise<string[]> {
  const former = since.table('segments.audience');
  if (former === null) return [];
  const rows = await engine.rows(
    sql`select audience from ${name(...former)} as former order by audience`,
    { audience: 'text' },
    1_000,
  );
  return rows.map(({ audience }) => audience).filter((audience) => !known.includes(audience));
}

/** For each segment and audience, who entered and who left it since the release before; of those that are no more, who left. */
export async function readChanges(engine: Engine, lists: readonly List[], since: Since): Promise<ChangeList[]> {
  const segments = lists.flatMap(({ segment }) => segment ?? []);
  const audiences = lists.flatMap(({ audience }) => audience ?? []);
  return [
    ...lists.flatMap((list) =>
      changes.flatMap((change) => {
        if (list.segment !== undefined) return ofSegment(list, list.segment, change, since);
        return list.audience === undefined ? [] : ofAudience(list, list.audience, change, since);
      }),
    ),
    ...(await goneSegments(engine, since, segments)).map((list) => ofSegment(list, list.segment!, 'left', since)),
    ...(await goneAudiences(engine, since, audiences)).map((audience) =>
      ofAudience({ stem: `audience-${audience}`, title: audience }, audience, 'left', since),
    ),
  ];
}
