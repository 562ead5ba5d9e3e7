import { fitNextProduct, type Segments } from '../models/next-product/fit.ts';
import type { FittedNextProduct } from '../models/next-product/fitted.ts';
import { nextProductRemarks, tellNextProduct } from '../models/next-product/describe.ts';
import { neighbourSql, noNeighbours } from '../models/next-product/pair.sql.ts';
import { nextProductSql, noNextProducts } from '../models/next-product/score.sql.ts';
import { tables } from '../models/next-product/tables.ts';
import { wordsSql } from '../models/next-product/words.sql.ts';
import { literal, name, sql } from '../sql/sql.ts';
import type { Engine } from '../engine/engine.ts';
import type { Former } from './former.ts';
import { readLanguage } from './language.ts';
import type { ModelPart } from './model-part.ts';

const now = sql`select customer_id, segment from scores.segment`;

/** Where customers were on a day, as the release before tells; where it does not reach back so far, where they are now. */
async function segmentsOn(engine: Engine, former: Former | null, day: string): Promise<Segments> {
  const membership = former?.table('segments.membership') ?? null;
  if (membership !== null) {
    const on = sql`cast(${literal(day)} as date)`;
    const query = sql`select customer_id, segment from ${name(...membership)}
      where entered_on <= ${on} and (left_on is null or left_on > ${on})`;
    const [known] = await engine.rows(sql`select count(*) as n from (${query}) as known`, { n: 'integer' }, 1);
    if (known!.n > 0) return { query, of: 'then' };
  }
  return { query: now, of: 'now' };
}

/** How what customers buy next takes part in a run. */
export const nextProductPart: ModelPart<'next_product', FittedNextProduct> = {
  model: 'next_product',
  reads: ['warehouse.order_line', 'warehouse.product', 'warehouse.setting', 'scores.segment'],
  scores: 'scores.next_product',
  scored: 'products foretold',
  fit: async (engine, options, input, { former, stored }) => {
    const segments = (day: string): Promise<Segments> => segmentsOn(engine, former, day);
    const given = { ...input, segments, now, former: stored as FittedNextProduct | null };
    const fitted = await fitNextProduct(engine, options, given);
    return { fitted, how: tellNextProduct(fitted) };
  },
  score: nextProductSql,
  none: noNextProducts,
  tables: {
    'models.product_neighbour': (fitted) => (fitted === null || fitted.used === null ? noNeighbours : neighbourSql),
    'models.next_product_words': async (_, { engine }) => wordsSql((await readLanguage(engine)).t.nextProduct.reasons),
  },
  working: Object.values(tables),
  remarks: nextProductRemarks,
};
