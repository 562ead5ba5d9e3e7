import type { Slope } from '../../math/minimise.ts';
import type { Histories } from './histories.ts';

/** The names of the models of purchases; `nbd` is the limit of all where nobody drops out. */
export const familyNames = ['bgnbd', 'mbgnbd', 'pareto', 'nbd'] as const;

/** One of them. */
export type FamilyName = (typeof familyNames)[number];

/**
 * A model of how purchases come and end: while they are customers, they buy at a rate λ ~ Gamma(r, α) of their own. Its functions take the
 * parameters as a list in their order, and times in the unit that these are in; who calls them sees to the unit.
 */
export interface Family {
  readonly name: FamilyName;
  readonly parameters: readonly string[];
  /** Where searches begin: parameters of customers who buy at some mean rate over some mean age. */
  readonly starts: (rate: number, age: number) => readonly (readonly number[])[];
  /** ln L of all customers, and its gradient by the parameters. */
  readonly logLikelihood: (parameters: readonly number[], histories: Histories) => Slope;
  /** P(alive): the probability of still being a customer. */
  readonly alive: (parameters: readonly number[], repeats: number, recency: number, age: number) => number;
  /** Expected purchases in a length of time from now, of one who is still a customer. */
  readonly expectedIfAlive: (parameters: readonly number[], repeats: number, age: number, length: number) => number;
  /** The same without end, each purchase discounted by e^(−δt): DERT where multiplied by P(alive). By the age, of which many have the same x. */
  readonly residualIfAlive: (parameters: readonly number[], repeats: number, delta: number) => (age: number) => number;
  /** Expected repeat purchases of a new customer in the time after the first purchase. */
  readonly expectedOfNew: (parameters: readonly number[], length: number) => number;
  /** P(X(t) = 0 … most): how many repeat purchases a new customer makes. */
  readonly distribution: (parameters: readonly number[], length: number, most: number) => readonly number[];
}
