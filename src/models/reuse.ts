import type { Engine } from '../engine/engine.ts';
import type { Sql } from '../sql/sql.ts';
import { workingTable } from '../sql/working-table.ts';
import { fitReference, readStability, type FeatureReference } from './drift.ts';
import type { RefitOptions } from './refit-options.ts';

/** Whether a stored model is used again, and why, in words that follow `model of 2026-11-20 reused: ` or `fitted anew: `. */
export interface Reuse {
  readonly reuse: boolean;
  /** A clause: `refit is always`, `monetary has drifted (PSI 0.31)`. */
  readonly reason: string;
}

/** Raised when the same data and options would give another model: one that was stored by another version is fitted anew. */
export const modelVersion = 1;

/** What a fit rests on besides the data. */
export interface Ground {
  /** Of bezero: another one may fit otherwise. */
  readonly version: string;
  readonly modelVersion: number;
  /** The day of the fit. */
  readonly asOf: string;
  /** The options of the fit, as JSON. */
  readonly options: string;
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

const no = (reason: string): Reuse => ({ reuse: false, reason });

/** Days from one to another. */
export const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;

/** Whether a model is young enough, and how old it is. */
export function judgeAge(age: number, most: number): Reuse {
  const old = `${age} ${age === 1 ? 'day' : 'days'} old`;
  return age < most ? { reuse: true, reason: old } : no(`it is ${old}`);
}

/** Whether features are still distributed as they were, to the largest population stability index that is allowed; with that of the one that has drifted most. */
export async function judgeDrift(
  engine: Engine,
  rows: Sql,
  reference: readonly FeatureReference[],
  limit: number,
): Promise<Reuse> {
  const drifts = await readStability(engine, rows, reference);
  if (drifts === null) return no('there is nothing tonight that it could be held against');
  const worst = drifts.reduce((most, one) => (one.psi > most.psi ? one : most), { feature: '', psi: 0 });
  const psi = worst.psi.toFixed(2);
  return worst.psi > limit
    ? no(`${worst.feature} has drifted (PSI ${psi})`)
    : { reuse: true, reason: `PSI at most ${psi}` };
}

/**
 * Decides whether a stored model is used again: it must have been fitted by the same version, with the same options, to the same segments; and by the policy it must not be
 * due. `drift` looks at its age and at the population stability index of what it was fitted to.
 *
 * @param basis what was kept with it; undefined: nothing, since the version that stored it kept none
 * @param inputs what it would be fitted to tonight; null: it is of nothing that could be used again
 */
export async function judgeReuse(
  engine: Engine,
  basis: Basis | undefined,
  tonight: Ground,
  { refit, drift }: RefitOptions,
  inputs: () => Inputs | null,
): Promise<Reuse> {
  if (refit === 'always') return no('refit is always');
  if (basis?.version !== tonight.version || basis.modelVersion !== tonight.modelVersion)
    return no('it was stored by another version');
  const to = inputs();
  if (to === null) return no('it could not be fitted before');
  if (basis.options !== tonight.options) return no('options have changed');
  if (basis.segments !== tonight.segments) return no('the segments are others');
  const age = judgeAge(daysBetween(basis.asOf, tonight.asOf), refit === 'drift' ? drift.days : refit.every_days);
  if (!age.reuse || refit !== 'drift') return age;
  const judged = await judgeDrift(engine, to.rows, basis.reference, drift.psi);
  return judged.reuse ? { reuse: true, reason: `drift is small (${judged.reason})` } : judged;
}
