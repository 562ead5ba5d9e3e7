import { boughtSql } from '../models/basket/bought.sql.ts';
import { dropWorking, fitBasket } from '../models/basket/fit.ts';
import type { FittedBasket } from '../models/basket/fitted.ts';
import { basketInputs } from '../models/basket/inputs.sql.ts';
import { mostBought } from '../models/basket/most-bought.ts';
import { basketGroupsSql, basketPairsSql, noBasketGroups, noBasketPairs } from '../models/basket/pair.sql.ts';
import { basketRemarks, tellBasket } from '../models/basket/remarks.ts';
import { basketRulesSql, noBasketRules } from '../models/basket/rule.sql.ts';
import { name, sql } from '../sql/sql.ts';
import type { Former } from './former.ts';
import { reuseOrFit } from './reuse-model.ts';
import type { Pipeline } from './spec.ts';
import type { PlannedStep } from './step.ts';

const tables = {
  'models.basket_rule': { found: basketRulesSql, none: noBasketRules },
  'models.basket_pair': { found: basketPairsSql, none: noBasketPairs },
  'models.basket_group': { found: basketGroupsSql, none: noBasketGroups },
} as const;

/** With the goods that tell whether it still holds. */
type KeptBasket = FittedBasket & { readonly goods: readonly string[] };

/** What the release before found, where its tables are there and it knows nothing after a day. */
async function storedBasket(former: Former | null, asOf: string): Promise<KeptBasket | null> {
  if (former === null || Object.keys(tables).some((relation) => former.table(relation) === null)) return null;
  const known = await former.model('basket');
  return known === null || known.asOf > asOf ? null : (known as unknown as KeptBasket);
}

/** Finds what is bought together; it has no scores of customers. */
export function basketStep({ steps }: Pipeline): PlannedStep {
  const step = steps.find(({ model }) => model === 'basket');
  return {
    name: 'basket',
    ...(step && { does: (reads: string) => `finds what is bought together in ${reads}` }),
    kind: 'model',
    reads: step ? ['warehouse.order_line', 'models.fitted'] : [],
    writes: Object.keys(tables),
    async run(context) {
      const { engine, runId, asOf, former, remarks } = context;
      if (step?.model !== 'basket') {
        for (const [relation, { none }] of Object.entries(tables)) await engine.create(relation, none);
        return { rows: 0, outcome: 'not part of the pipeline' };
      }
      const known = await storedBasket(former, asOf);
      const made = await reuseOrFit(engine, context, step.options, known, {
        model: 'basket',
        ofSegments: false,
        inputs: ({ goods }) => basketInputs(boughtSql, goods),
        fit: async (own) => {
          const fitted = await fitBasket(engine, boughtSql, own, { asOf });
          return { fitted: { ...fitted, goods: await mostBought(engine) } };
        },
      });
      const { fitted, how, upkeep } = made;
      await engine.append(
        'models.fitted',
        sql`select 'basket' as model, 'basket' as name, ${runId} as run_id, ${JSON.stringify(fitted)} as fitted, ${JSON.stringify(upkeep)} as upkeep`,
      );
      for (const [relation, { found }] of Object.entries(tables))
        await engine.create(
          relation,
          upkeep.isReused ? sql`select * from ${name(...former!.table(relation)!)}` : found,
        );
      if (!upkeep.isReused) await dropWorking(engine);
      for (const one of basketRemarks(fitted)) remarks.push({ ...one, model: 'basket' });
      return { rows: fitted.rules, outcome: how === undefined ? tellBasket(fitted) : `${how}; ${tellBasket(fitted)}` };
    },
  };
}
