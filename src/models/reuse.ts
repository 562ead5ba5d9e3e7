import type { Engine } from '../engine/engine.ts';
import type { Sql } from '../sql/sql.ts';
import { fitReference, readStability, type FeatureReference } from './drift.ts';
import type { RefitOptions } from './refit-options.ts';

/** Whether a stored model is used again, and why, in words that follow `model of 2026-11-20 reused: ` or `fitted anew: `. */
export interface Reuse {
  readonly reuse: boolean;
  /** A clause: `refit is always`, `monetary has drifted (PSI 0.31)`. */
  readonly reason: string;
}

/** What a fit rests on besides the data. */
export interface Ground {
  /** Of bezero: another one may fit otherwise. */
  readonly version: string;
  /** The day of the fit. */
  readonly asOf: string;
  /** The options of the fit, as JSON. */
  readonly options: string;
  /** A hash of the model of the segments that it is about; null: it is about none. */
  readonly segments: string | null;
}

/** What is kept with a model, to tell on later nights whether it still holds. */
export interface Basis extends Ground {
  readonly reference: readonly FeatureReference[];
}

/** What a model is fitted to: rows `u1 … up`, and what their columns are called. */
export interface Inputs {
  readonly rows: Sql;
  readonly features: readonly string[];
}

const table = 'working.main.fitted_to';

/** What to keep with a model that was fitted to these rows. */
export async function basisOf(engine: Engine, ground: Ground, { rows, features }: Inputs): Promise<Basis> {
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

/**
 * Decides whether a stored model is used again: it must have been fitted by the same version, with the same options, to the same segments; and by the policy it must not be
 * due. `drift` looks at its age and at the population stability index of what it was fitted to.
 *
 * @param basis what was kept with it; undefined: nothing, or there is no model
 * @param inputs what it would be fitted to tonight
 */
export async function judgeReuse(
  engine: Engine,
  basis: Basis | undefined,
  tonight: Ground,
  { refit, drift }: RefitOptions,
  inputs: () => Sql,
): Promise<Reuse> {
  if (basis === undefined) return no('there is none from a release before');
  if (refit === 'always') return no('refit is always');
  if (basis.version !== tonight.version) return no('it was stored by another version');
  if (basis.options !== tonight.options) return no('options have changed');
  if (basis.segments !== tonight.segments) return no('the segments are others');
  const age = judgeAge(daysBetween(basis.asOf, tonight.asOf), refit === 'drift' ? drift.days : refit.every_days);
  if (!age.reuse || refit !== 'drift') return age;
  const drifts = await readStability(engine, inputs(), basis.reference);
  const worst = drifts.reduce((most, one) => (one.psi > most.psi ? one : most), { feature: '', psi: 0 });
  const psi = worst.psi.toFixed(2);
  return worst.psi > drift.psi
    ? no(`${worst.feature} has drifted (PSI ${psi})`)
    : { reuse: true, reason: `drift is small (PSI at most ${psi})` };
}
