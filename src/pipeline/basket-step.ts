import { boughtSql } from '../models/basket/bought.sql.ts';
import { dropWorking, fitBasket } from '../models/basket/fit.ts';
import { basketGroupsSql, basketPairsSql, noBasketGroups, noBasketPairs } from '../models/basket/pair.sql.ts';
import { basketRemarks, tellBasket } from '../models/basket/remarks.ts';
import { basketRulesSql, noBasketRules } from '../models/basket/rule.sql.ts';
import { sql } from '../sql/sql.ts';
import type { Pipeline } from './spec.ts';
import type { PlannedStep } from './step.ts';

const tables = {
  'models.basket_rule': { found: basketRulesSql, none: noBasketRules },
  'models.basket_pair': { found: basketPairsSql, none: noBasketPairs },
  'models.basket_group': { found: basketGroupsSql, none: noBasketGroups },
} as const;

/** Finds what is bought together; it has no scores of customers. */
export function basketStep({ steps }: Pipeline): PlannedStep {
  const step = steps.find(({ model }) => model === 'basket');
  return {
    name: 'basket',
    ...(step && { does: (reads: string) => `finds what is bought together in ${reads}` }),
    kind: 'model',
    reads: step ? ['warehouse.order_line', 'models.fitted'] : [],
    writes: Object.keys(tables),
    async run({ engine, runId, asOf, remarks }) {
      if (step?.model !== 'basket') {
        for (const [relation, { none }] of Object.entries(tables)) await engine.create(relation, none);
        return { rows: 0, outcome: 'not part of the pipeline' };
      }
      const fitted = await fitBasket(engine, boughtSql, step.options, { asOf });
      await engine.append(
        'models.fitted',
        sql`select 'basket' as model, 'basket' as name, ${runId} as run_id, ${JSON.stringify(fitted)} as fitted`,
      );
      for (const [relation, { found }] of Object.entries(tables)) await engine.create(relation, found);
      await dropWorking(engine);
      for (const one of basketRemarks(fitted)) remarks.push({ ...one, model: 'basket' });
      return { rows: fitted.rules, outcome: tellBasket(fitted) };
    },
  };
}
