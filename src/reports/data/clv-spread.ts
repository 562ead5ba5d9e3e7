import type { Engine, Row } from '../../engine/engine.ts';
import { relationName } from '../../sql/relation.ts';
import { sql } from '../../sql/sql.ts';

const aliveShape = { tenth: 'integer', customers: 'integer', value: 'number' } as const;

/** Customers by P(alive) in steps of a tenth, from 0, and their lifetime value. */
export type AliveBand = Readonly<Row<typeof aliveShape>>;

const tenthShape = {
  tenth: 'integer',
  customers: 'integer',
  value: 'number',
  least: 'number',
  most: 'number',
} as const;

/** A tenth of the customers by lifetime value, 1 the most valuable. */
export type ValueTenth = Readonly<Row<typeof tenthShape>>;

const bandShape = { band: 'integer', customers: 'integer', value: 'number' } as const;

/** Customers by lifetime value in equal steps, from 0; the last band is open, and -1 holds what is below 0. */
export type ValueBand = Readonly<Row<typeof bandShape>>;

/** How lifetime value and P(alive) are spread over customers. */
export interface ClvSpread {
  readonly alive: readonly AliveBand[];
  readonly tenths: readonly ValueTenth[];
  /** Width of the value bands. */
  readonly width: number;
  readonly bands: readonly ValueBand[];
}

/** Value bands below the open one. */
export const valueBands = 10;

/** 1, 2 or 5 times a power of ten: the least that is so much or more. */
function roundUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  return power * ([1, 2, 5].find((digit) => digit * power >= value) ?? 10);
}

/** Reads how lifetime value is spread, from a table with `customer_id, p_alive, lifetime_value`: 32 rows at most, whatever it holds. */
export async function readClvSpread(engine: Engine, scores: string): Promise<ClvSpread> {
  const from = sql`(select customer_id, p_alive, lifetime_value from ${relationName(scores)} where lifetime_value is not null) as scored`;
  const alive = await engine.rows(
    sql`select cast(least(floor(10 * p_alive), 9) as integer) as tenth, count(*) as customers, sum(lifetime_value) as value
      from ${from} group by 1 order by 1`,
    aliveShape,
    10,
  );
  const tenths = await engine.rows(
    sql`select tenth, count(*) as customers, sum(lifetime_value) as value, min(lifetime_value) as least, max(lifetime_value) as most
      from (select lifetime_value, ntile(10) over (order by lifetime_value desc, customer_id) as tenth from ${from}) as placed
      group by tenth order by tenth`,
    tenthShape,
    10,
  );
  // A tenth of the customers at most lies beyond the bands.
  const least = tenths[0]?.least ?? 0;
  const width = least > 0 ? roundUp(least / valueBands) : 1;
  const bands = await engine.rows(
    sql`select cast(case when lifetime_value < 0 then -1 else least(floor(cast(lifetime_value as double) / cast(${width} as double)), ${valueBands}) end as integer) as band,
        count(*) as customers, sum(lifetime_value) as value
      from ${from} group by 1 order by 1`,
    bandShape,
    valueBands + 2,
  );
  return { alive, tenths, width, bands };
}
