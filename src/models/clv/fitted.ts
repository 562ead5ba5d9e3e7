import type { PurchaseModel } from './fit-purchases.ts';
import type { ClvOptions } from './options.ts';
import type { BaseFacts, DayFacts } from './purchase-base.ts';
import type { SpendModel } from './spend.ts';
import type { Validation } from './validation.ts';
import type { Remark } from '../../text/remark.ts';

/** A figure with the interval that 95 of 100 bootstrap samples of the customers fall into; null: none was asked for. */
export interface Total {
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
}

/** What a purchase is worth: by the Gamma-Gamma model, or, where that cannot be fitted, one mean for all. */
export interface Spending {
  readonly model: SpendModel | null;
  /** Of all purchases that were seen. */
  readonly mean: number;
}

/** What a margin rests on. */
export interface KnownCosts {
  /** Share of the net revenue of customers that is of orders whose goods all have a known cost, 0 to 1. */
  readonly known: number;
}

/** A fitted lifetime value: plain, frozen, JSON-safe. Lengths of time in its models are in `options.unit`. */
export interface FittedClv {
  readonly model: 'clv';
  readonly asOf: string;
  readonly options: ClvOptions;
  /** Where the margin of the options follows from: the costs of a release; each customer then has one of their own (`ownMarginsSql`). Null: it was given, or there is none. */
  readonly costs: KnownCosts | null;
  readonly facts: BaseFacts & DayFacts;
  /** Customers that the fit read; fewer than all of them: a sample by hash. */
  readonly fittedOn: number;
  readonly purchases: PurchaseModel;
  readonly spending: Spending;
  /** Of all customers, over the horizon. */
  readonly totals: { readonly purchases: Total; readonly value: Total; readonly alive: number };
  /** A new customer: repeat purchases in the horizon, and value, discounted, with the first purchase. */
  readonly newCustomer: { readonly purchases: number; readonly value: number };
  readonly validation: Validation | null;
  /** What must be known before the figures are used: of the data, then of the fit. */
  readonly remarks: readonly Remark[];
  /** Those of the fit, which hold while it does. */
  readonly fitRemarks: readonly Remark[];
}
