import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDuckdb } from '../../src/engine/duckdb.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { eventSql } from '../../src/segments/event.sql.ts';
import type { FormerTables } from '../../src/segments/former.sql.ts';
import type { SegmentChange } from '../../src/segments/identity.ts';
import { membershipSql } from '../../src/segments/membership.sql.ts';
import { migrationSql } from '../../src/segments/migration.sql.ts';
import { sizeSql } from '../../src/segments/size.sql.ts';
import { join, raw, sql } from '../../src/sql/sql.ts';

const former: FormerTables = {
  membership: ['former', 'membership'],
  size: ['former', 'size'],
  migration: ['former', 'migration'],
  event: ['former', 'event'],
};

let engine: Engine;
beforeAll(async () => {
  engine = await openDuckdb();
});
afterAll(() => engine.close());

/** One night: `a1 b2` = customer a is in s1, customer b in s2; `changes`: what a fit found of the segments. */
async function night(
  asOf: string,
  members: string,
  first = false,
  changes: readonly SegmentChange[] = [],
): Promise<void> {
  await engine.create('warehouse.setting', sql`select cast(${asOf} as date) as as_of`);
  const rows = members.split(' ').map(([customer, segment]) => sql`(${customer!}, ${`s${segment!}`})`);
  await engine.create('scores.segment', sql`select * from (values ${join(rows)}) as t (customer_id, segment)`);
  const before = first ? null : former;
  await engine.create('segments.membership', membershipSql(before));
  await engine.create('segments.size', sizeSql(before, ['s1', 's2', 's3']));
  await engine.create('segments.migration', migrationSql(before));
  await engine.create('segments.event', eventSql(before, changes));
  for (const table of ['membership', 'size', 'migration', 'event'])
    await engine.create(`former.${table}`, raw(`select * from segments.${table}`));
}

const memberships = async (): Promise<string[]> =>
  (
    await engine.rows(
      sql`select customer_id || ' ' || segment || ' ' || strftime(entered_on, '%d') || '-' || coalesce(strftime(left_on, '%d'), '') as told
        from segments.membership order by customer_id, entered_on`,
      { told: 'text' },
    )
  ).map(({ told }) => told);
const migrations = async (): Promise<string[]> =>
  (
    await engine.rows(
      sql`select strftime(as_of, '%d') || ' ' || coalesce(from_segment, '-') || '>' || coalesce(to_segment, '-') || ' ' || customers as told
        from segments.migration order by as_of, from_segment nulls first, to_segment nulls first`,
      { told: 'text' },
    )
  ).map(({ told }) => told);

const events = async (): Promise<string[]> =>
  (
    await engine.rows(
      sql`select strftime(as_of, '%d') || ' ' || segment || ' ' || event || ' ' || coalesce(other_segment, '-') || ' ' || coalesce(cast(share as varchar), '-') as told
        from segments.event order by as_of, segment, event`,
      { told: 'text' },
    )
  ).map(({ told }) => told);

describe('the history of segments', () => {
  it('tells who was where from when to when, and who went where', async () => {
    await night('2026-01-01', 'a1 b1 c2', true);
    expect(await migrations()).toEqual([]);
    await night('2026-01-02', 'a1 b2 d2');
    await night('2026-01-03', 'a1 b1 c1 d2');
    expect(await memberships()).toEqual([
      'a s1 01-',
      'b s1 01-02',
      'b s2 02-03',
      'b s1 03-',
      'c s2 01-02',
      'c s1 03-',
      'd s2 02-',
    ]);
    expect(await migrations()).toEqual([
      '02 ->s2 1',
      '02 s1>s1 1',
      '02 s1>s2 1',
      '02 s2>- 1',
      '03 ->s1 1',
      '03 s1>s1 1',
      '03 s2>s1 1',
      '03 s2>s2 1',
    ]);
    const sizes = await engine.rows(
      sql`select strftime(as_of, '%d') || ' ' || string_agg(segment || ':' || customers, ' ' order by segment) as told
        from segments.size group by as_of order by as_of`,
      { told: 'text' },
    );
    expect(sizes.map(({ told }) => told)).toEqual(['01 s1:2 s2:1 s3:0', '02 s1:1 s2:2 s3:0', '03 s1:3 s2:1 s3:0']);
  });

  it('is the same where a day is run twice, and rewinds to an earlier day', async () => {
    await night('2026-01-01', 'a1 b1', true);
    await night('2026-01-02', 'a1 b2');
    const [members, moves] = [await memberships(), await migrations()];
    await night('2026-01-02', 'a2 b1');
    expect(await memberships()).toEqual(['a s1 01-02', 'a s2 02-', 'b s1 01-']);
    await night('2026-01-02', 'a1 b2');
    expect([await memberships(), await migrations()]).toEqual([members, moves]);
    const sizes = sql`select strftime(as_of, '%d') || ' ' || segment || ' ' || customers as told from segments.size where customers > 0 order by told`;
    expect((await engine.rows(sizes, { told: 'text' })).map(({ told }) => told)).toEqual([
      '01 s1 2',
      '02 s1 1',
      '02 s2 1',
    ]);
    await night('2026-01-01', 'a1 b1');
    expect(await memberships()).toEqual(['a s1 01-', 'b s1 01-']);
    expect(await migrations()).toEqual([]);
  });

  it('tells what became of segments at every re-fit, adds nothing on other nights, and rewinds', async () => {
    const change = (
      segment: string,
      event: SegmentChange['event'],
      other: string | null = null,
      share: number | null = null,
    ): SegmentChange => ({ segment, event, other, share });
    await night('2026-01-01', 'a1 b1', true);
    expect(await events()).toEqual([]);
    await night('2026-01-02', 'a1 b2', false, [change('s1', 'kept', null, 0.5), change('s2', 'split', 's1', 1)]);
    await night('2026-01-03', 'a1 b2');
    await night('2026-01-04', 'a1 b1', false, [change('s1', 'kept', null, 0.5), change('s2', 'merged', 's1', 1)]);
    const second = ['02 s1 kept - 0.5', '02 s2 split s1 1.0'];
    expect(await events()).toEqual([...second, '04 s1 kept - 0.5', '04 s2 merged s1 1.0']);
    await night('2026-01-04', 'a1 b2', false, [change('s1', 'new'), change('s2', 'retired')]);
    expect(await events()).toEqual([...second, '04 s1 new - -', '04 s2 retired - -']);
    await night('2026-01-03', 'a1 b2');
    expect(await events()).toEqual(second);
  });

  it('begins the events in a store that was written without them', async () => {
    await night('2026-01-01', 'a1', true);
    const change: SegmentChange = { segment: 's1', event: 'kept', other: null, share: 1 };
    await engine.create('warehouse.setting', sql`select cast('2026-01-02' as date) as as_of`);
    await engine.create('segments.event', eventSql({ ...former, event: null }, [change]));
    expect(await events()).toEqual(['02 s1 kept - 1.0']);
    const types = (await engine.check(sql`select * from segments.event`)).map(({ name, type }) => `${name} ${type}`);
    expect(types).toEqual(['as_of DATE', 'segment VARCHAR', 'event VARCHAR', 'other_segment VARCHAR', 'share DOUBLE']);
  });
});
