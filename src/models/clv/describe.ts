import { familyTitles } from './families.ts';
import { parametersOf } from './fit-purchases.ts';
import type { FittedClv } from './fitted.ts';
import { populationOf, type Population } from './population.ts';
import { meanSpendOf } from './spend.ts';

/** A parameter with its interval. */
export interface ParameterRow {
  readonly model: string;
  readonly parameter: string;
  readonly value: number;
  /** By the delta method. Null: the curvature of the likelihood does not say. */
  readonly standardError: number | null;
  /** The 95 % interval of its logarithm, as a range of the parameter. */
  readonly low: number | null;
  readonly high: number | null;
}

/** How one model was found. */
export interface ModelRow {
  readonly model: string;
  readonly customers: number;
  readonly logLikelihood: number;
  readonly iterations: number;
  readonly converged: boolean;
  readonly reason: string;
  readonly starts: number;
  readonly agreed: number;
}

/** A lifetime value as a report shows it; the rest stands in the fitted model. */
export interface ClvReport {
  readonly models: readonly ModelRow[];
  readonly parameters: readonly ParameterRow[];
  /** Pearson's correlation of frequency and mean spend. */
  readonly correlation: number | null;
  /** E[M]: what a purchase is worth on average. */
  readonly meanSpend: number;
  readonly historyDays: number;
  /** How customers differ, by the parameters. */
  readonly population: Population;
}

const normal975 = 1.959963984540054;

/** Standard deviation of a logarithm from which on the parameter is not known at all: the interval would span ten powers of ten. */
const widest = 6;

function parameterRows(
  model: string,
  names: readonly string[],
  values: readonly number[],
  covariance: readonly (readonly number[])[] | null,
): ParameterRow[] {
  return values.map((value, i) => {
    const known = covariance === null ? Infinity : Math.sqrt(covariance[i]![i]!);
    const spread = known > widest ? null : known;
    return {
      ...{ model, parameter: names[i]!, value },
      standardError: spread === null ? null : value * spread,
      low: spread === null ? null : value * Math.exp(-normal975 * spread),
      high: spread === null ? null : value * Math.exp(normal975 * spread),
    };
  });
}

/** What a report says of the models: parameters with intervals, how they were found, and the check of independence. */
export function describeClv({ purchases, spending: { model: spend, mean }, facts, options }: FittedClv): ClvReport {
  const title = familyTitles[purchases.family];
  const fits = [{ title, fit: purchases }, ...(spend === null ? [] : [{ title: 'Gamma-Gamma', fit: spend }])];
  return {
    models: fits.map(({ title: model, fit: { customers, logLikelihood, convergence } }) => ({
      ...{ model, customers, logLikelihood, ...convergence },
    })),
    parameters: [
      ...parameterRows(title, Object.keys(purchases.parameters), parametersOf(purchases), purchases.covariance),
      ...(spend === null
        ? []
        : parameterRows(
            'Gamma-Gamma',
            ['p', 'q', 'gamma'],
            [spend.parameters.p, spend.parameters.q, spend.parameters.gamma],
            spend.covariance,
          )),
    ],
    correlation: spend?.correlation ?? null,
    meanSpend: spend === null ? mean : meanSpendOf(spend),
    historyDays: facts.historyDays,
    population: populationOf(purchases, options),
  };
}
