import { ModelError } from '../../errors.ts';
import type { WhyNot } from '../../text/en/why-not.ts';
import type { Spending } from './fitted.ts';
import type { PurchaseBase } from './purchase-base.ts';
import type { Spends } from './read-histories.ts';
import { fitSpend } from './spend.ts';
import { remark, type Remark } from '../../text/remark.ts';
import { whyOf } from './why-of.ts';

/** What purchases are worth: the Gamma-Gamma model, or one mean for all where it cannot be fitted, which is added to the remarks. Throws `ModelError` where that is not above 0. */
export function fitSpending(spends: Spends, { facts }: PurchaseBase, remarks: Remark[]): Spending {
  const mean = facts.spend / (facts.customers + facts.repeats);
  if (mean <= 0)
    throw new ModelError(
      `clv: purchases must be worth something; net of what came back they are ${mean.toFixed(2)} each. Pass returns over (returns: drop)`,
      { cause: { code: 'worthless' } satisfies WhyNot },
    );
  try {
    return { model: fitSpend(spends), mean };
  } catch (error) {
    if (!(error instanceof ModelError)) throw error;
    remarks.push(remark('meanSpend', { mean, why: whyOf(error) }));
    return { model: null, mean };
  }
}
