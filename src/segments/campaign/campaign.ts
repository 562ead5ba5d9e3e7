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
  /** What a purchase that it causes brings: an amount, or by the customer. */
  readonly value: number | CustomerValue;
  /** Share of those contacted who buy because of it; null: as past campaigns of the channel. */
  readonly response: number | null;
  /** Whether people whose complaint is open are contacted too. */
  readonly openComplaints: boolean;
  /** Share that is left alone. */
  readonly holdout: number;
  /** Rise of the share who buy that it should be able to show. */
  readonly lift: number;
  /** The lowest goes first. */
  readonly priority: number;
  readonly cap: { readonly contacts: number; readonly days: number } | null;
}

/** What a purchase of a customer may be worth. */
export type CustomerValue = 'order_margin' | 'value_to_come' | 'value_at_risk' | 'lifetime_value';

/** What is expected of a contact, and where that comes from. */
export interface ExpectedResponse {
  /** Probability that whoever is contacted, and is a customer still, buys because of it. */
  readonly response: number;
  /**
   * `stated`: by the pipeline; `holdout`: by campaigns of the channel that are over, against those they left alone; `answers`: by the answers to past campaigns of the channel that a
   * purchase followed; `other_channels`: by those of other channels; `prior`: by nothing but what is assumed where nothing is known.
   */
  readonly basis: 'stated' | 'holdout' | 'answers' | 'other_channels' | 'prior';
  /** Share of those contacted who answer. */
  readonly answerRate: number;
  /** Share of the answers that a purchase follows within 30 days. */
  readonly purchaseShare: number;
  /** Measured rise of the share who buy; null: no campaign of the channel that is over had a holdout. */
  readonly uplift: number | null;
  readonly upliftTreated: number;
  readonly upliftControl: number;
}
