import type { Spending } from './fitted.ts';
import type { PurchaseModel } from './fit-purchases.ts';
import type { NumberedHistories } from './read-histories.ts';
import { scoreHistories, type HistoryScores, type Outlook } from './score-histories.ts';
import { expectedSpends } from './spend.ts';

/** Sums over customers. */
export interface Sums {
  readonly alive: number;
  readonly purchases: number;
  /** Discounted purchases times what each is worth, before the margin. */
  readonly value: number;
}

/** Sums of scores over all customers of histories; what they are worth needs only the spend of each history, in which it is linear. */
export function sumScores(
  { repeats, customers, spend }: NumberedHistories,
  scores: HistoryScores,
  { model, mean }: Spending,
): Sums {
  let [alive, purchases, value] = [0, 0, 0];
  for (let i = 0; i < customers.length; i++) {
    const [n, x] = [customers[i]!, repeats[i]!];
    alive += n * scores.alive[i]!;
    purchases += n * scores.expected[i]!;
    const worth = model === null ? n * mean : expectedSpends(model, n, x, spend[i]!);
    value += scores.discounted[i]! * worth;
  }
  return { alive, purchases, value };
}

/** The sums that a model foretells. */
export const foretell = (
  purchases: PurchaseModel,
  spending: Spending,
  histories: NumberedHistories,
  outlook: Outlook,
): Sums => sumScores(histories, scoreHistories(purchases, histories, outlook), spending);
