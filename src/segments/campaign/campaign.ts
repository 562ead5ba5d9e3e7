/** A campaign to an audience, as the pipeline plans it. Amounts are in the currency of the pipeline. */
export interface Campaign {
  /** `win_back_mail` */
  readonly campaign: string;
  readonly title: string | null;
  readonly audience: string;
  readonly channel: string;
  /** `2026-11-20` */
  readonly startsOn: string;
  readonly endsOn: string;
  /** The last day on which purchases count. */
  readonly measuredTo: string;
  /** Of a contact; null: what keeping the customer may cost (`marts.account_priority`). */
  readonly unitCost: number | null;
  /** Null: no limit. */
  readonly budget: number | null;
  /** What an answer brings: an amount, or by the customer. */
  readonly value: number | CustomerValue;
  /** Share of those contacted who answer; null: as past campaigns of the channel. */
  readonly response: number | null;
  /** Share that is left alone. */
  readonly holdout: number;
  /** Rise of the share who buy that it should be able to show. */
  readonly lift: number;
  /** The lowest goes first. */
  readonly priority: number;
  readonly cap: { readonly contacts: number; readonly days: number } | null;
}

/** What an answer of a customer may be worth. */
export type CustomerValue = 'order_margin' | 'value_to_come' | 'value_at_risk' | 'lifetime_value';

/** What became of somebody whom a campaign is for. */
export const verdicts = [
  'treatment',
  'holdout',
  'no_consent',
  'no_address',
  'other_campaign',
  'contacted_often',
  'value_unknown',
  'expected_loss',
  'budget_ended',
] as const;
