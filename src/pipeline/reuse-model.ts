import type { Engine } from '../engine/engine.ts';
import type { RefitOptions } from '../models/refit-options.ts';
import { basisOf, judgeReuse, modelVersion, type Basis, type Ground, type Inputs } from '../models/reuse.ts';
import { sql } from '../sql/sql.ts';
import { remark, type Remark } from '../text/remark.ts';

/** A model as a run has it. */
export interface Made<Fitted> {
  readonly fitted: Fitted;
  /** What should be said of how it came about. */
  readonly how?: string;
  /** What has changed, for readers of the results. */
  readonly changes?: readonly Remark[];
  /** It is the stored one. */
  readonly isReused?: boolean;
}

/** A fitted model with what tells whether it still holds. */
type Kept<Fitted> = Fitted & {
  readonly basis?: Basis;
  /** Customers with a segment on the day of its fit; of models about the segments. */
  readonly segmented?: number;
};

/** How a model that may be used again is made. */
export interface Reusable<Fitted, Own> {
  /** What it was fitted to, as it is tonight; null: it is of nothing that could be used again. */
  readonly inputs: (fitted: Fitted) => Inputs | null;
  /** Takes the options without the policy. */
  readonly fit: (options: Own) => Promise<Made<Fitted>>;
  /** Goes on with a stored one; left out: as it is. */
  readonly renew?: (stored: Fitted, options: Own) => Promise<Made<Fitted>>;
}

/** A night, and what of its release a fit rests on. */
export interface Night {
  readonly asOf: string;
  readonly version: string;
  /** The model is about the segments of k-means. */
  readonly ofSegments: boolean;
}

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
  { asOf, version, ofSegments }: Night,
  given: Own & RefitOptions,
  stored: Kept<Fitted> | null,
  { inputs, fit, renew }: Reusable<Fitted, Own>,
): Promise<Made<Kept<Fitted>>> {
  const { refit, drift, ...others } = given;
  const own = others as object as Own;
  const segments = ofSegments ? await segmentsId(engine) : null;
  const tonight: Ground = { version, modelVersion, asOf, options: JSON.stringify(own), segments };
  const judged = stored && (await judgeReuse(engine, stored.basis, tonight, { refit, drift }, () => inputs(stored)));
  if (stored?.basis && judged?.reuse) {
    const { basis } = stored;
    const renewed = await renew?.(stored, own);
    if (renewed && inputs(renewed.fitted) === null)
      return { ...renewed, fitted: { ...renewed.fitted, basis: await basisOf(engine, tonight, null) } };
    return {
      fitted: { ...(renewed?.fitted ?? stored), basis },
      how: joined([`model of ${basis.asOf} reused: ${judged.reason}`, renewed?.how]),
      changes: [remark(renewed ? 'modelRenewed' : 'modelReused', { day: basis.asOf })],
      isReused: true,
    };
  }
  const made = await fit(own);
  const newBasis = await basisOf(engine, tonight, inputs(made.fitted));
  const segmented = ofSegments ? { segmented: await countSegmented(engine) } : {};
  const how = joined([...(judged === null ? [] : [`fitted anew: ${judged.reason}`]), made.how]);
  return { ...made, fitted: { ...made.fitted, basis: newBasis, ...segmented }, ...(how === '' ? {} : { how }) };
}
