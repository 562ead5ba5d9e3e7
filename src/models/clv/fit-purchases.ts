import { ModelError } from '../../errors.ts';
import type { WhyNot } from '../../text/en/why-not.ts';
import type { FamilyName } from './family.ts';
import { families, familyTitles } from './families.ts';
import { countOf, growing, sumOver, type Histories } from './histories.ts';
import { search, type Estimate } from './search.ts';
import type { Unit } from './unit.ts';
import { remark, type Remark } from '../../text/remark.ts';

/** A fitted model of purchases, its parameters in a unit of time. */
export interface PurchaseModel<U extends Unit = Unit> {
  /** The model that holds; `nbd` where the one that was asked for says that nobody drops out. */
  readonly family: FamilyName;
  readonly asked: FamilyName;
  readonly unit: U;
  readonly customers: number;
  readonly parameters: Readonly<Record<string, number>>;
  /** Covariances of the logarithms of the parameters, in their order. */
  readonly covariance: Estimate['covariance'];
  readonly logLikelihood: number;
  readonly convergence: Estimate['convergence'];
  /** What must be said of it. */
  readonly remarks: readonly Remark[];
}

/** A gain of ln L over the NBD below this is none: the likelihood runs to where nobody drops out. */
const leastGain = 1e-3;

/** A gain below this is less than the two parameters cost (Akaike 1974). */
const clearGain = 2;

/** A shape from here on means that customers hardly differ. */
const alike = 1e4;

function estimate(name: FamilyName, histories: Histories): Estimate {
  const family = families[name];
  const customers = countOf(histories);
  const time = sumOver(histories.age, histories.customers);
  const rate = sumOver(histories.repeats, histories.customers) / time;
  const samples = growing(histories).map((read) => ({
    likelihood: (parameters: readonly number[]) => family.logLikelihood(parameters, read),
    customers: countOf(read),
  }));
  return search(samples, family.starts(rate, time / customers));
}

/** What customers hardly differ in: shapes of the distribution among them that run to infinity. */
const alikeIn = ([r, , a, b]: readonly number[]): ('buying' | 'stopping')[] => [
  ...(r! > alike ? (['buying'] as const) : []),
  ...(a !== undefined && b !== undefined && Math.min(a, b) > alike ? (['stopping'] as const) : []),
];

function remarksOn(found: Estimate, title: string): Remark[] {
  const { converged, starts, agreed } = found.convergence;
  return [
    ...(converged ? [] : [remark('searchEnded', { title })]),
    ...(agreed < starts ? [remark('startsApart', { title, agreed, starts })] : []),
    ...alikeIn(found.parameters).map((what) => remark('alikeIn', { title, what })),
    ...(found.covariance === null ? [remark('noErrors', { title })] : []),
  ];
}

/** Customers who bought again, of whom a model can be learnt: beyond its four parameters there must be something that they follow from. */
export const fewestRepeatBuyers = 10;

/** Throws where histories are too few, or too much alike, to tell parameters of. */
function requireHistories(histories: Histories, parameters: number): void {
  const customers = countOf(histories);
  const again = sumOver(
    histories.repeats.map((x) => (x > 0 ? 1 : 0)),
    histories.customers,
  );
  if (again === 0 || sumOver(histories.age, histories.customers) === 0)
    throw new ModelError(
      `clv: customers must have bought more than once; of ${customers} customers none has. Take a longer history`,
      { cause: { code: 'nobodyAgain', customers } satisfies WhyNot },
    );
  if (again < fewestRepeatBuyers)
    throw new ModelError(
      `clv: at least ${fewestRepeatBuyers} customers must have bought again; of ${customers} customers ${again} did. Take a longer history`,
      { cause: { code: 'fewAgain', customers, again, least: fewestRepeatBuyers } satisfies WhyNot },
    );
  if (histories.customers.length <= parameters)
    throw new ModelError(
      `clv: customers must differ in when they bought; ${customers} customers have ${histories.customers.length} different histories, and a model of ${parameters} parameters needs more`,
      { cause: { code: 'alike', customers, histories: histories.customers.length } satisfies WhyNot },
    );
}

/**
 * A model of purchases by maximum likelihood (Fader, Hardie & Lee 2005; Batislam et al. 2007; Schmittlein et al. 1987). Beside it the NBD is fitted, its limit where nobody
 * drops out; where the model is no likelier, its likelihood runs to that boundary, its parameters of dropping out mean nothing, and the NBD is taken. Throws `ModelError`
 * where nobody bought twice, or no time has gone by, where fewer than `fewestRepeatBuyers` did, and where there are no more different histories than parameters.
 */
export function fitPurchases<U extends Unit>(asked: FamilyName, histories: Histories<U>): PurchaseModel<U> {
  const customers = countOf(histories);
  requireHistories(histories, families[asked].parameters.length);
  const limit = estimate('nbd', histories);
  const own = asked === 'nbd' ? limit : estimate(asked, histories);
  const isLimit = asked !== 'nbd' && own.logLikelihood < limit.logLikelihood + leastGain;
  const [family, found] = isLimit ? (['nbd', limit] as const) : [asked, own];
  const named = (values: readonly number[]) =>
    Object.fromEntries(families[family].parameters.map((parameter, i) => [parameter, values[i]!]));
  return {
    ...{ family, asked, unit: histories.unit, customers },
    parameters: named(found.parameters),
    covariance: found.covariance,
    logLikelihood: found.logLikelihood,
    convergence: found.convergence,
    remarks: [
      ...(isLimit ? [remark('nobodyDrops', { title: familyTitles[asked] })] : []),
      ...(!isLimit && asked !== 'nbd' && own.logLikelihood < limit.logLikelihood + clearGain
        ? [remark('dropsUncertain', { title: familyTitles[asked], gain: own.logLikelihood - limit.logLikelihood })]
        : []),
      ...remarksOn(found, familyTitles[family]),
    ],
  };
}

/** The parameters as the list that a family takes. */
export const parametersOf = ({ family, parameters }: PurchaseModel): readonly number[] =>
  families[family].parameters.map((parameter) => parameters[parameter]!);
