import { DataError, listProblems } from '../errors.ts';
import type { Engine } from '../engine/engine.ts';
import { join, raw, sql, type Sql } from '../sql/sql.ts';

/** By currency, oldest first: what one unit of it is worth in the pipeline's currency from a day on; `from` null = always. */
export type Rates = Readonly<Record<string, readonly { readonly from: string | null; readonly rate: number }[]>>;

async function createRates(engine: Engine, rates: Rates): Promise<void> {
  const rows = Object.entries(rates).flatMap(([currency, steps]) =>
    steps.map(
      (
        { from, rate },
        i,
      ) => sql`(${currency}, cast(${from ?? '0001-01-01'} as date), cast(${steps[i + 1]?.from ?? null} as date),
        cast(${raw(rate.toFixed(8))} as decimal(18,8)))`,
    ),
  );
  const none = sql`(null, cast(null as date), cast(null as date), cast(null as decimal(18,8)))`;
  await engine.create(
    'raw.rate',
    sql`select cast(currency as varchar) as currency, from_day, until_day, rate
      from (values ${join([...rows, none])}) as rate (currency, from_day, until_day, rate) where currency is not null`,
  );
}

/**
 * Makes `raw.rate` and says whether purchases have to be converted.
 *
 * @throws DataError where purchases come in a currency that has no rate on their day
 */
export async function checkCurrencies(
  engine: Engine,
  purchases: Sql,
  currency: string,
  rates: Rates,
  fileOf: (loadId: string) => string,
): Promise<boolean> {
  const found = await engine.rows(
    sql`select currency, count(*) as lines, cast(cast(min(purchased_at) as date) as varchar) as first,
        min(load_id) as load_id, count(distinct load_id) as files
      from (${purchases}) as purchases where currency is not null group by currency order by currency`,
    { currency: 'text', lines: 'integer', first: 'day', load_id: 'text', files: 'integer' },
    1_000,
  );
  const foreign = found.filter((row) => row.currency !== currency);
  if (foreign.length === 0) return false;
  await createRates(engine, rates);
  const problems = foreign.flatMap(({ currency: code, lines, first, load_id, files }) => {
    const rate = rates[code];
    if (rate === undefined) {
      const where = files === 1 ? fileOf(load_id) : `${files} files, ${fileOf(load_id)} among them`;
      return [
        `purchases must be in ${currency} or have a rate; ${lines === 1 ? '1 line is' : `${lines} lines are`} in ${code} (in ${where}). Add rates.${code} to the pipeline`,
      ];
    }
    const start = rate[0]?.from ?? '';
    return start > first
      ? [`rates.${code} must begin on ${first} or before, where its purchases begin; it begins on ${start}`]
      : [];
  });
  if (problems.length > 0) throw new DataError(listProblems(problems));
  return true;
}
