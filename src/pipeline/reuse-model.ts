import type { Engine } from '../engine/engine.ts';
import type { RefitOptions } from '../models/refit-options.ts';
import { basisOf, judgeReuse, type Basis, type Ground, type Inputs } from '../models/reuse.ts';
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
type Kept<Fitted> = Fitted & { readonly basis?: Basis };

/** How a model that may be used again is made. */
export interface Reusable<Fitted> {
  /** What it was fitted to, as it is tonight; null: it is of nothing that could be used again. */
  readonly inputs: (fitted: Fitted) => Inputs | null;
  readonly fit: (options: never) => Promise<Made<Fitted>>;
  /** Goes on with a stored one; left out: as it is. */
  readonly renew?: (stored: Fitted, options: never) => Promise<Made<Fitted>>;
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

const joined = (texts: readonly (string | undefined)[]): string =>
  texts.filter((text) => text !== undefined).join('; ');

/** The stored model where it still holds, else a new one, with what is kept of it for the nights to come. */
export async function reuseOrFit<Fitted extends object>(
  engine: Engine,
  { asOf, version, ofSegments }: Night,
  given: RefitOptions,
  stored: Kept<Fitted> | null,
  { inputs, fit, renew }: Reusable<Fitted>,
): Promise<Made<Kept<Fitted>>> {
  const { refit, drift, ...own } = given;
  const segments = ofSegments ? await segmentsId(engine) : null;
  const tonight: Ground = { version, asOf, options: JSON.stringify(own), segments };
  const basis = stored && inputs(stored) ? stored.basis : undefined;
  const rows = () => inputs(stored!)!.rows;
  const { reuse, reason } = await judgeReuse(engine, basis, tonight, { refit, drift }, rows);
  if (reuse && stored && basis) {
    const { fitted, how } = (await renew?.(stored, own as never)) ?? { fitted: stored };
    return {
      fitted: { ...fitted, basis },
      how: joined([`model of ${basis.asOf} reused: ${reason}`, how]),
      changes: [remark('modelReused', { day: basis.asOf })],
      isReused: true,
    };
  }
  const made = await fit(own as never);
  const to = inputs(made.fitted);
  const kept = to === null ? {} : { basis: await basisOf(engine, tonight, to) };
  const how = joined([...(stored === null ? [] : [`fitted anew: ${reason}`]), made.how]);
  return { ...made, fitted: { ...made.fitted, ...kept }, ...(how === '' ? {} : { how }) };
}
