import type { FamilyName } from './family.ts';
import type { Remark } from '../../text/remark.ts';

/** How far foretold purchases of customers are off. */
export interface Errors {
  /** Sum of what was foretold. */
  readonly total: number;
  /** Mean absolute error of a customer. */
  readonly mae: number;
  /** Root of the mean squared error. */
  readonly rmse: number;
  /** Mean of foretold less actual: below 0, too little was foretold. */
  readonly bias: number;
}

/** Customers with so many repeat purchases in the calibration, and what they did afterwards. */
export interface FrequencyRow {
  /** The last row holds this many and more. */
  readonly repeats: number;
  readonly customers: number;
  /** Customers with so many, as the model has it. */
  readonly expectedCustomers: number;
  /** Mean purchases in the holdout. */
  readonly actual: number;
  readonly expected: number;
}

/** Repeat purchases of all customers up to the end of a week since the first day. */
export interface TrackedWeek {
  readonly week: number;
  readonly actual: number;
  readonly expected: number;
}

/** How many of those who turned out to be worth most were among those foretold to be. */
export interface TopFound {
  /** One fifth of the customers. */
  readonly customers: number;
  readonly model: number;
  /** By what they had spent before. */
  readonly baseline: number;
  /** model / baseline − 1 */
  readonly gain: number;
  /** A: 5 % more than the baseline and beyond; B: not fewer; C: fewer. */
  readonly grade: 'A' | 'B' | 'C';
}

/** How a fit to the first part of a history foretold the last part, which it did not see. */
export interface Validation {
  /** The calibration ends with this day. */
  readonly until: string;
  readonly asOf: string;
  readonly holdoutDays: number;
  readonly customers: number;
  readonly actual: number;
  readonly model: Errors;
  /** Every customer goes on at the pace so far, less the share that stopped in the calibration itself. */
  readonly pace: Errors;
  /** Of the pace so far: share of the customers of the first half of the calibration who bought in its second. */
  readonly retention: number;
  /** Spend in the holdout, not discounted. */
  readonly spend: { readonly actual: number; readonly expected: number };
  readonly frequencies: readonly FrequencyRow[];
  readonly tracking: readonly TrackedWeek[];
  readonly top: TopFound;
  /** The model that held in the calibration, which may be another than that of the whole history. */
  readonly family: FamilyName;
  /** What it is called. */
  readonly title: string;
  /** Parameters of the calibration, by name. */
  readonly parameters: Readonly<Record<string, number>>;
  /** What must be said of the fits to the calibration. */
  readonly remarks: readonly Remark[];
}
