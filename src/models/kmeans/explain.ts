import type { Engine } from '../../engine/engine.ts';
import { raw, name, sql, join } from '../../sql/sql.ts';
import { valuesSql } from '../feature-set.sql.ts';
import { numbered } from '../literal.sql.ts';
import { inColumnUnits } from '../matrix.ts';
import { matrixSql } from '../matrix.sql.ts';
import { standardisedSql } from '../rule.sql.ts';
import type { FittedKmeans } from './fitted.ts';
import { distance, nearestRule } from './space.ts';
import { membersSql } from './working.sql.ts';

/** One feature of one customer, as it speaks for the segment. */
export interface Reason {
  readonly feature: string;
  /** In the unit of the column; null: not known, so the mean stands for it. */
  readonly value: number | null;
  /**
   * Its part of d²(second) − d²(own): above 0 it draws the customer to the own segment, below 0 to the second one. The parts of all
   * features add up to the difference.
   */
  readonly pull: number;
}

/** Why a customer is in a segment and not in another. */
export interface Explanation {
  /** Distances to the centres, in the units of the space of the model. */
  readonly own: number;
  readonly second: number;
  /** The strongest pull to the own segment first. */
  readonly reasons: readonly Reason[];
}

/** Explains by features why a customer is nearer to the centre of `own` than to that of `second`; null where the model cannot place them. */
export async function explainMember(
  engine: Engine,
  fitted: FittedKmeans,
  customerId: string,
  own: string,
  second: string,
): Promise<Explanation | null> {
  const { matrix, space, clusters, options } = fitted;
  const centreOf = (segment: string) => clusters.find((cluster) => cluster.segment === segment)?.centre;
  const [here, there] = [centreOf(own), centreOf(second)];
  if (!here || !there) return null;
  const one = sql`${membersSql(options.customers)} and cast(base.${name(matrix.key)} as varchar) = ${customerId}`;
  const positions = numbered('z', space.means.length);
  const rows = standardisedSql(matrixSql(matrix, one), nearestRule(space, [here]), ['customer_id']);
  const values = numbered('x', matrix.columns.length);
  const list = (columns: readonly string[]) => join(columns.map((column) => raw(column)));
  const shape = <K extends 'number' | 'number?'>(columns: readonly string[], kind: K): Record<string, K> =>
    Object.fromEntries(columns.map((column) => [column, kind]));
  const [placed] = await engine.rows(
    sql`select ${list(positions)} from (${rows}) as placed`,
    shape(positions, 'number'),
    1,
  );
  const known = valuesSql(inColumnUnits(matrix), one);
  const [said] = await engine.rows(sql`select ${list(values)} from (${known}) as known`, shape(values, 'number?'), 1);
  if (!placed || !said) return null;
  const position = positions.map((z) => placed[z]!);
  const reasons = matrix.columns.map(({ name: feature }, j): Reason => ({
    feature,
    value: said[values[j]!]!,
    pull: (position[j]! - there[j]!) ** 2 - (position[j]! - here[j]!) ** 2,
  }));
  return {
    own: distance(position, here),
    second: distance(position, there),
    reasons: reasons.sort((a, b) => b.pull - a.pull),
  };
}
