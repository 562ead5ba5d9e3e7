import { z } from 'zod';
import type { Engine } from '../../engine/engine.ts';
import { sql } from '../../sql/sql.ts';
import { parseBasket, type BasketModel } from './baskets.ts';
import { parseChoice, type KChoice } from './choice.ts';
import { parseClv, type ClvModel, type NoClv } from './clv.ts';
import { parseDiscriminant, type Discriminant } from './discriminant.ts';
import { parseNextProduct, type NextProductModel } from './next-product.ts';
import { parseRepurchase, type RepurchaseModel } from './repurchase.ts';
import { parseRfm, type RfmRule } from './rfm.ts';
import { parseUpkeeps, type Upkeeps } from './upkeep.ts';

const kmeans = z.object({ total: z.number(), within: z.number() });

/** What fitted models tell beyond their scores. */
export interface ModelData {
  /** Since when models are in use, of those that may be used again. */
  readonly upkeeps: Upkeeps;
  /** Null where there is no such model. */
  readonly discriminant: Discriminant | null;
  /** Null where there is no such model. */
  readonly repurchase: RepurchaseModel | null;
  /** Null where there is no such model. */
  readonly nextProduct: NextProductModel | null;
  /** What customers are worth, or why nobody is valued; null where there is no such model. */
  readonly clv: ClvModel | NoClv | null;
  /** What was bought together; null where it was not looked for. */
  readonly basket: BasketModel | null;
  /** Share of the variation of the features that lies between the segments, 0 to 1; null where there is no k-means. */
  readonly explained: number | null;
  /** How the number of segments was chosen; null where it was given. */
  readonly choice: KChoice | null;
  /** How RFM scores were made; null where there are none. */
  readonly rfmRule: RfmRule | null;
}

/** Reads the newest fit of each model: run ids begin with their time. */
export async function readModels(engine: Engine): Promise<ModelData> {
  const models = await engine.rows(
    sql`with fits as (
        select model, name, fitted, upkeep, row_number() over (partition by model order by run_id desc, name) as place
        from models.fitted
      ) select model, name, fitted, upkeep from fits where place = 1 order by model`,
    { model: 'text', name: 'text', fitted: 'json', upkeep: 'json?' },
    100,
  );
  const fit = (model: string): unknown => models.find((row) => row.model === model)?.fitted;
  const segmentation = kmeans.safeParse(fit('kmeans')).data;
  const analysis = fit('discriminant');
  return {
    upkeeps: parseUpkeeps(models),
    discriminant: analysis === undefined ? null : parseDiscriminant(analysis),
    repurchase: parseRepurchase(fit('repurchase')),
    nextProduct: parseNextProduct(fit('next_product')),
    clv: parseClv(fit('clv')),
    basket: parseBasket(fit('basket')),
    explained: segmentation && segmentation.total > 0 ? 1 - segmentation.within / segmentation.total : null,
    choice: parseChoice(fit('kmeans')),
    rfmRule: parseRfm(fit('rfm')),
  };
}
