import type { Engine } from '../engine/engine.ts';
import type { RefitOptions } from '../models/refit-options.ts';
import {
  basisOf,
  judgeReuse,
  modelVersion,
  type Basis,
  type Ground,
  type Judged,
  type Inputs,
} from '../models/reuse.ts';
import { sql } from '../sql/sql.ts';
import { causesInEnglish } from '../text/causes.ts';
import type { Upkeep } from '../text/en/upkeep.ts';
import type { Remark } from '../text/remark.ts';
import type { Former } from './former.ts';
import type { StepContext } from './step.ts';

/** A model as a run has it. */
export interface Made<Fitted> {
  readonly fitted: Fitted;
  /** What should be said of how it came about. */
  readonly how?: string;
  /** What has changed, for readers of the results. */
  readonly changes?: readonly Remark[];
}

/** A model that may be used again, and how it came about. */
export interface Upkept<Fitted> extends Made<Fitted> {
  readonly upkeep: Upkeep;
}

/** A fitted model with what tells whether it still holds. */
type Kept<Fitted> = Fitted & {
  readonly basis?: Basis;
  /** Customers with a segment on the day of its fit; of models about the segments. */
  readonly segmented?: number;
};

/** How a model that may be used again is made. */
export interface Reusable<Fitted, Own> {
  readonly model: string;
  /** It is about the segments of k-means. */
  readonly ofSegments: boolean;
  /** What it was fitted to, as it is tonight; null: it is of nothing that could be used again. */
  readonly inputs: (fitted: Fitted) => Inputs | null;
  /** What else asks for a fit; left out: nothing. */
  readonly beyond?: (fitted: Fitted) => ReturnType<NonNullable<Judged['beyond']>>;
  /** Takes the options without the policy. */
  readonly fit: (options: Own) => Promise<Made<Fitted>>;
  /** Goes on with a stored one; left out: as it is. */
  readonly renew?: (stored: Fitted, options: Own) => Promise<Made<Fitted>>;
}

/** What of its night a fit rests on. */
type Tonight = Pick<StepContext, 'asOf' | 'version' | 'today' | 'erasures'> & { readonly former: Former | null };

async function segmentsId(engine: Engine): Promise<string | null> {
  const query = sql`select sha256(fitted) as id from models.fitted where model = 'kmeans'`;
  const [found] = await engine.rows(query, { id: 'text' }, 1);
  return found?.id ?? null;
}

async function countSegmented(engine: Engine): Promise<number> {
  const query = sql`select count(*) as customers from scores.segment where segment is not null`;
  const [counted] = await engine.rows(query, { customers: 'integer' }, 1);
  return counted!.customers;
}

const joined = (texts: readonly (string | undefined)[]): string =>
  texts.filter((text) => text !== undefined).join('; ');

/** The stored model where it still holds, else a new one, with what is kept of it for the nights to come. */
export async function reuseOrFit<Fitted extends object, Own extends object>(
  engine: Engine,
  { asOf, version, today, erasures, former }: Tonight,
  given: Own & RefitOptions,
  stored: Kept<Fitted> | null,
  { model, ofSegments, inputs, beyond, fit, renew }: Reusable<Fitted, Own>,
): Promise<Upkept<Kept<Fitted>>> {
  const { refit, drift, ...others } = given;
  const own = others as object as Own;
  const segments = ofSegments ? await segmentsId(engine) : null;
  const tonight: Ground = { version, modelVersion, asOf, options: JSON.stringify(own), erasures, segments };
  const before = stored && ((await former?.upkeep(model)) ?? null);
  const judged =
    stored &&
    (await judgeReuse(
      engine,
      {
        basis: before === null ? undefined : stored.basis,
        inputs: () => inputs(stored),
        ...(beyond && { beyond: () => beyond(stored) }),
      },
      tonight,
      { refit, drift },
    ));
  if (judged?.reuse && stored?.basis && before) {
    const { basis } = stored;
    const renewed = await renew?.(stored, own);
    if (renewed && inputs(renewed.fitted) === null)
      return {
        ...renewed,
        upkeep: { on: today, asOf, isReused: false, why: [] },
        fitted: { ...renewed.fitted, basis: await basisOf(engine, tonight, null) },
      };
    return {
      upkeep: { on: before.on, asOf: basis.asOf, isReused: true, why: judged.why },
      fitted: { ...(renewed?.fitted ?? stored), basis },
      how: joined([`model of ${basis.asOf} reused: ${causesInEnglish(judged.why)}`, renewed?.how]),
    };
  }
  const made = await fit(own);
  const newBasis = await basisOf(engine, tonight, inputs(made.fitted));
  const segmented = ofSegments ? { segmented: await countSegmented(engine) } : {};
  const why = judged?.why ?? [];
  const how = joined([...(judged === null ? [] : [`fitted anew: ${causesInEnglish(why)}`]), made.how]);
  return {
    ...made,
    upkeep: { on: today, asOf, isReused: false, why },
    fitted: { ...made.fitted, basis: newBasis, ...segmented },
    ...(how === '' ? {} : { how }),
  };
}
