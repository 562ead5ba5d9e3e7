import type { Engine } from '../engine/engine.ts';
import type { Sql } from '../sql/sql.ts';
import { workingTable } from '../sql/working-table.ts';
import type { Cause } from '../text/en/upkeep.ts';
import { fitReference, readStability, type FeatureReference } from './drift.ts';
import type { ModelColumn } from './feature-set.ts';
import { lackingColumn } from './lacking-column.ts';
import type { RefitOptions } from './refit-options.ts';

/** Whether a stored model is used again, and why. */
export interface Reuse {
  readonly reuse: boolean;
  readonly why: readonly Cause[];
}

/** Raised when the same data and options would give another model: one that was stored by another version is fitted anew. */
export const modelVersion = 2;

/** What a fit rests on besides the data. */
export interface Ground {
  /** Of bezero: another one may fit otherwise. */
  readonly version: string;
  readonly modelVersion: number;
  /** The day of the fit. */
  readonly asOf: string;
  /** The options of the fit, as JSON. */
  readonly options: string;
  /** Marks the list of who was erased; null: nobody was. Whoever is on it now may have been among those who were learnt from. */
  readonly erasures: string | null;
  /** A hash of the model of the segments that it is about; null: it is about none. */
  readonly segments: string | null;
}

/** What is kept with a model, to tell on later nights whether it still holds. */
export interface Basis extends Ground {
  /** None where nothing could be fitted. */
  readonly reference: readonly FeatureReference[];
}

/** What a model is fitted to: rows `u1 … up`, and what their columns are called. */
export interface Inputs {
  readonly rows: Sql;
  readonly features: readonly string[];
  /** The columns that they are made of, where these may be there no more. */
  readonly from?: { readonly relation: string; readonly columns: readonly ModelColumn[] };
}

/** What to keep with a model that was fitted to these rows; null: nothing could be fitted. */
export async function basisOf(engine: Engine, ground: Ground, inputs: Inputs | null): Promise<Basis> {
  if (inputs === null) return { ...ground, reference: [] };
  const { rows, features } = inputs;
  const table = workingTable('fitted_to');
  try {
    await engine.create(table, rows);
    return { ...ground, reference: await fitReference(engine, table, features) };
  } finally {
    await engine.drop(table);
  }
}

const yes = (...why: readonly Cause[]): Reuse => ({ reuse: true, why });
const no = (cause: Cause): Reuse => ({ reuse: false, why: [cause] });

/** Days from one to another. */
const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;

/** Whether features are still distributed as they were, to the largest population stability index that is allowed; with that of the one that has drifted most. */
async function judgeDrift(
  engine: Engine,
  rows: Sql,
  reference: readonly FeatureReference[],
  limit: number,
): Promise<Reuse> {
  const drifts = await readStability(engine, rows, reference);
  if (drifts === null) return no({ code: 'nothing' });
  const worst = drifts.reduce((most, one) => (one.psi > most.psi ? one : most));
  return worst.psi > limit ? no({ code: 'drifted', ...worst, limit }) : yes({ code: 'steady', ...worst, limit });
}

/** The first thing besides the data that is another than at the fit; null: none is. */
function otherGround(basis: Basis, tonight: Ground): Cause | null {
  if (basis.version !== tonight.version || basis.modelVersion !== tonight.modelVersion) return { code: 'version' };
  if (basis.options !== tonight.options) return { code: 'options' };
  if (basis.erasures !== tonight.erasures) return { code: 'erased' };
  return basis.segments === tonight.segments ? null : { code: 'segments' };
}

/** How a stored model is judged. */
export interface Judged {
  /** What was kept with it; undefined: nothing, since the version that stored it kept none. */
  readonly basis: Basis | undefined;
  /** What it would be fitted to tonight; null: it is of nothing that could be used again. */
  readonly inputs: () => Inputs | null;
  /** What else `drift` asks; left out: nothing. */
  readonly beyond?: () => Promise<{ readonly share: number; readonly limit: number }>;
}

/**
 * Decides whether a stored model is used again: it must have been fitted by the same version, with the same options, to the same segments, to columns that are still
 * there, and nobody may have been erased since; and by the policy it must not be due. `drift` looks at its age and at the population stability index of what it was
 * fitted to.
 */
export async function judgeReuse(
  engine: Engine,
  { basis, inputs, beyond }: Judged,
  tonight: Ground,
  { refit, drift }: RefitOptions,
): Promise<Reuse> {
  if (refit === 'always') return no({ code: 'always' });
  if (basis === undefined) return no({ code: 'version' });
  const other = otherGround(basis, tonight);
  if (other) return no(other);
  const to = inputs();
  if (to === null) return no({ code: 'unfitted' });
  const lacking = to.from && (await lackingColumn(engine, to.from.relation, to.from.columns));
  if (lacking) return no({ code: 'gone', column: lacking.name });
  const days = daysBetween(basis.asOf, tonight.asOf);
  const most = refit === 'drift' ? drift.days : refit.every_days;
  if (most !== undefined && days >= most) return no({ code: 'old', days });
  if (refit !== 'drift') return yes({ code: 'young', days });
  const judged = await judgeDrift(engine, to.rows, basis.reference, drift.psi);
  const outside = judged.reuse ? await beyond?.() : undefined;
  if (outside === undefined) return judged;
  return outside.share > outside.limit
    ? no({ code: 'beyond', ...outside })
    : yes(...judged.why, { code: 'within', ...outside });
}
