import { describe, expect, it } from 'vitest';
import { openDuckdb } from '../../src/engine/duckdb.ts';
import { raw, sql, type Sql } from '../../src/sql/sql.ts';
import { buildLayer } from '../support/build.ts';
import { allRelations } from '../support/contracts.ts';

const relation = allRelations().find(({ id }) => id === 'features.customer_moment')!;

/** Of how many of 300 people with 2 to 11 events the weekday is told, in each of so many worlds. */
async function toldIn(worlds: number, place: (draw: Sql) => Sql): Promise<number[]> {
  const engine = await openDuckdb({ threads: 1 });
  const told: number[] = [];
  for (let world = 0; world < worlds; world++) {
    const draw = sql`(hash(person * 1000 + event + ${raw(String(world))} * 1000000) % 1000)`;
    await engine.drop('features.active_moment');
    await engine.create(
      'features.active_moment',
      sql`select cast(person as varchar) as customer_id, 'weekday' as unit, cast(${place(draw)} as bigint) as place, count(*) as events
        from range(300) as people(person), range(11) as events(event) where event < 2 + person % 10 group by all`,
    );
    await engine.drop(relation.id);
    await buildLayer(engine, { ...relation, totals: [] });
    const [row] = await engine.rows(
      sql`select count(best_weekday) as told from features.customer_moment`,
      { told: 'integer' },
      1,
    );
    told.push(row!.told);
  }
  await engine.close();
  return told;
}

/** Three days as often as the other four. */
const uneven = (draw: Sql): Sql => sql`case when ${draw} < 500 then 1 + ${draw} % 3 else 4 + ${draw} % 4 end`;

describe('the weekday of each', () => {
  it('is not told where everybody keeps to the week of all: in one shop of a hundred by chance', async () => {
    const told = await toldIn(60, uneven);
    expect(told.filter((people) => people > 0).length).toBeLessThanOrEqual(3);
  });

  it('is told where one event of three is on a day of their own', async () => {
    const told = await toldIn(5, (draw) => sql`case when ${draw} % 3 = 0 then 1 + person % 7 else ${uneven(draw)} end`);
    expect(told).toEqual(Array<number>(5).fill(210));
  });
});
