import type { ClvModel } from '../data/clv.ts';
import type { ClvSpread } from '../data/clv-spread.ts';

/** A parameter as the page shows it; null: the likelihood does not say. */
export interface PageParameter {
  readonly model: string;
  readonly parameter: string;
  readonly value: number;
  readonly standardError: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** Customers whose figure lies from one value up to another; null: and more. */
export interface PageBand {
  readonly from: number;
  readonly to: number | null;
  readonly share: number;
}

/** How a figure differs among customers. */
export interface PageSpread {
  readonly mean: number;
  readonly bands: readonly PageBand[];
}

/** One of the customers who are worth most. */
export interface PageCustomer {
  readonly customer: string;
  readonly value: number;
  readonly alive: number;
  readonly purchases: number;
  readonly spend: number;
  readonly last: string;
  readonly next: string | null;
  readonly overdue: number;
}

/** Everything that the page of one lifetime value shows, as plain data; its size does not grow with the customers. */
export interface ClvPage {
  /** The file or release it was fitted on. */
  readonly subject: string;
  /** ISO 4217; null: not known. */
  readonly currency: string | null;
  readonly model: ClvModel;
  /** What the model of purchases is called. */
  readonly family: string;
  readonly parameters: readonly PageParameter[];
  readonly correlation: number | null;
  /** What a purchase is worth on average. */
  readonly meanSpend: number;
  /** How customers differ, by the model; `stop` null: nobody stops. */
  readonly population: {
    readonly pace: PageSpread;
    readonly stop: (PageSpread & { readonly per: 'purchase' | 'year' }) | null;
  };
  readonly spread: ClvSpread;
  readonly top: readonly PageCustomer[];
  /** What must be known before the figures are used. */
  readonly notes: readonly string[];
  /** Sentences on how histories were made. */
  readonly rules: readonly string[];
  readonly version: string;
}
