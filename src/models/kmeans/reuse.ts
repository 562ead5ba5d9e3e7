import type { Engine } from '../../engine/engine.ts';
import { join, literal, sql } from '../../sql/sql.ts';
import { percent } from '../../text/percent.ts';
import { attributesThere } from '../attribute.ts';
import { parseSource } from '../../text/feature.ts';
import { columnTypes } from '../feature-set.ts';
import { double } from '../literal.sql.ts';
import { matrixSql } from '../matrix.sql.ts';
import type { FitInput } from '../model.ts';
import type { MatrixColumn } from '../matrix.ts';
import { daysBetween, judgeAge, judgeDrift, type Reuse } from '../reuse.ts';
import type { FittedKmeans } from './fitted.ts';
import { withMembers, type KmeansOptions } from './options.ts';
import { kmeansScoreSql } from './score.sql.ts';
import { membersSql } from './working.sql.ts';

/** What of the options does not change the segments of a stored model. */
const besides: readonly (keyof KmeansOptions)[] = ['refit', 'drift', 'k_margin', 'k_refits'];

const question = (options: KmeansOptions): string =>
  JSON.stringify(Object.entries(options).filter(([key]) => !besides.includes(key as keyof KmeansOptions)));

/** The radius of a segment is known to a step, 10⁻⁹ of a usual distance: this far beyond is not beyond. */
const stepsOff = 1e-8;

/** The share of the customers who are farther from their centre than any was at the fit. */
async function shareBeyond(engine: Engine, fitted: FittedKmeans): Promise<number> {
  const slack = stepsOff * Math.sqrt(fitted.total / fitted.customers);
  const radii = fitted.clusters.map(
    ({ segment, farthest }) => sql`when segment = ${literal(segment)} then ${double(farthest + slack)}`,
  );
  const [row] = await engine.rows(
    sql`select count(*) as customers, count(case when distance > case ${join(radii, ' ')} end then 1 end) as beyond
      from (${kmeansScoreSql(fitted)}) as scored`,
    { customers: 'integer', beyond: 'integer' },
    1,
  );
  return row!.customers === 0 ? 0 : row!.beyond / row!.customers;
}

/** The first column of a stored model that the tables have no more. */
export async function lackingColumn(
  engine: Engine,
  { matrix: { columns } }: FittedKmeans,
  types: ReadonlyMap<string, unknown>,
): Promise<MatrixColumn | undefined> {
  const sourceOf = ({ source }: MatrixColumn) => (source.kind === 'level' ? parseSource(source.column) : source);
  const wanted = columns.map(sourceOf).flatMap((source) => (source.kind === 'attribute' ? [source.attribute] : []));
  const there = await attributesThere(engine, [...new Set(wanted)]);
  return columns.find((column) => {
    const source = sourceOf(column);
    if (source.kind === 'attribute') return !there.has(source.attribute);
    return source.kind === 'column' && !types.has(source.column);
  });
}

/**
 * Decides whether a stored model is used again: its options must be the same but for the policy, its columns still there, and by the
 * policy it must not be due: `drift` looks at the population stability index of each feature and at the share of customers beyond the old clusters.
 */
export async function judgeReuse(
  engine: Engine,
  stored: FittedKmeans | null,
  options: KmeansOptions,
  { asOf, relation = 'features.customer', key = 'customer_id' }: FitInput,
): Promise<Reuse> {
  const no = (reason: string): Reuse => ({ reuse: false, reason });
  if (stored === null) return no('there is none from a release before');
  if (options.refit === 'always') return no('refit is always');
  if (!Array.isArray((stored as Partial<FittedKmeans>).reference)) return no('it was stored by another version');
  const types = await columnTypes(engine, relation);
  if (question(stored.options) !== question(withMembers(options, types)) || stored.matrix.relation !== relation)
    return no('options have changed');
  if (stored.matrix.key !== key) return no(`its customers were known by ${stored.matrix.key}, not by ${key}`);
  const lacking = await lackingColumn(engine, stored, types);
  if (lacking) return no(`${lacking.name} is there no more`);
  if (options.refit !== 'drift') return judgeAge(daysBetween(stored.asOf, asOf), options.refit.every_days);
  const rows = matrixSql(stored.matrix, membersSql(stored.options.customers));
  const drift = await judgeDrift(engine, rows, stored.reference, options.drift.psi);
  if (!drift.reuse) return drift;
  const beyond = await shareBeyond(engine, stored);
  if (beyond > options.drift.beyond)
    return no(`${percent(beyond)} of the customers lie beyond the segments of ${stored.asOf}`);
  return {
    reuse: true,
    reason: `drift is small (${drift.reason}, ${percent(beyond)} beyond)`,
  };
}
