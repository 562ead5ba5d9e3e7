import { resolve } from 'node:path';
import { nowhere } from '../../reports/moves.ts';
import { sql } from '../../sql/sql.ts';
import type { Effects } from '../effects.ts';
import { printTable } from '../table.ts';
import { count, whole } from '../words.ts';
import { writeWhole } from '../write-file.ts';
import type { SegmentsOf } from './known.ts';
import { movedColumns, movedFileSql, movedOrder, movedSql, type Moved } from './moved.sql.ts';

const shape = { customer_id: 'text', name: 'text?', day: 'text', segment: 'text?', segment_name: 'text?' } as const;

/** Lists the customers who entered a segment or left it, and writes all of them to a file where one is named. */
export async function showMoved(
  { engine, names }: SegmentsOf,
  moved: Moved,
  { limit, csv, json }: { readonly limit: number; readonly csv?: string; readonly json: boolean },
  effects: Effects,
): Promise<void> {
  const { way, segment, from, to } = moved;
  const list = movedSql(moved, names);
  const [all] = await engine.rows(sql`select count(*) as n from (${list}) as list`, { n: 'integer' }, 1);
  const rows = await engine.rows(sql`select * from (${list}) as list ${movedOrder} limit ${limit}`, shape, limit);
  if (csv !== undefined)
    await writeWhole(resolve(effects.cwd, csv), async (unfinished) => {
      await engine.unload(movedFileSql(list, way), unfinished, 'people-csv');
    });
  if (json) {
    const [day, other] = movedColumns[way];
    const customers = rows.map((row) => ({
      customer_id: row.customer_id,
      name: row.name,
      [day]: row.day,
      [other]: row.segment,
      [`${other}_name`]: row.segment_name,
    }));
    effects.print(JSON.stringify({ from, to, segment, total: all!.n, customers }));
  } else {
    const [day, other] = way === 'entered' ? ['entered on', 'from'] : ['left on', 'to'];
    printTable(
      [
        { name: 'customer', whole: true },
        { name: 'name' },
        { name: day, whole: true },
        { name: other, whole: true },
        { name: '' },
      ],
      rows.map((row) => [row.customer_id, row.name ?? '', row.day, row.segment ?? nowhere, row.segment_name ?? '']),
      effects,
    );
  }
  if (csv !== undefined) effects.say(`${csv}: ${count(all!.n, 'customer')}`);
  else if (all!.n > rows.length && limit > 0)
    effects.say(`${whole(rows.length)} of ${whole(all!.n)} shown; --limit N shows more, --csv FILE writes all`);
}
