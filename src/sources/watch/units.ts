import { remark } from '../../text/remark.ts';
import type { LoadRecord } from '../load-record.ts';
import type { SourceSpec } from '../spec.ts';
import type { Finding } from './finding.ts';
import type { Quartiles } from './quartiles.ts';
import { remembered } from './volume.ts';

/** Between units that are confused: years and months, dozens; hours, minutes and seconds; euros and cents; kilograms and grams. */
const factors = [12, 60, 100, 1_000, 3_600] as const;

/** How far a quartile may be from what the factor makes of it, as a ratio: what is sold differs from night to night, but not thirtyfold. */
const within = (factor: number): number => (factor < 50 ? 1.25 : 2);

const middle = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1]!;

/** The quartiles of a column, and what they usually were. */
interface Compared {
  readonly column: string;
  readonly now: Quartiles;
  readonly before: Quartiles;
}

/** How far each quartile is from what the factor makes of it, as logarithms. */
const distances = ({ now, before }: Pick<Compared, 'now' | 'before'>, factor: number): number[] =>
  now.map((value, i) => Math.abs(Math.log(value / before[i]! / factor)));

/** Whether the factor explains all three quartiles. */
const fits = (compared: Pick<Compared, 'now' | 'before'>, factor: number): boolean =>
  distances(compared, factor).every((distance) => distance < Math.log(within(Math.max(factor, 1 / factor))));

/** By how much columns are more (above 1) or less: the factor that fits most of them, the nearest of those that fit as many; null where none fits any. */
export function unitFactor(columns: readonly Pick<Compared, 'now' | 'before'>[]): number | null {
  const found = factors
    .flatMap((factor) => [factor, 1 / factor])
    .map((factor) => {
      const fitting = columns.filter((one) => fits(one, factor));
      const distance = fitting.flatMap((one) => distances(one, factor)).reduce((sum, one) => sum + one, 0);
      return { factor, count: fitting.length, distance };
    })
    .filter(({ count }) => count > 0);
  return found.sort((a, b) => b.count - a.count || a.distance - b.distance)[0]?.factor ?? null;
}

/** Columns that jump together have one cause: groups of them, each by the factor that fits it. */
function together(columns: readonly Compared[]): { readonly factor: number; readonly columns: readonly Compared[] }[] {
  const factor = unitFactor(columns);
  if (factor === null) return [];
  return [
    { factor, columns: columns.filter((one) => fits(one, factor)) },
    ...together(columns.filter((one) => !fits(one, factor))),
  ];
}

/**
 * Finds columns that are in another unit than in the loads before: the median and both quartiles are the same factor away from what they
 * usually were. A few values in another unit are not seen, nor one that the load before came in: whoever let that pass meant it.
 *
 * @param former the loads of the source and table before it, oldest first
 */
export function checkUnits(spec: SourceSpec, load: LoadRecord, former: readonly LoadRecord[]): Finding[] {
  const { file, source, table } = load;
  const compared = Object.entries(load.quartiles ?? {}).flatMap(([column, now]) => {
    const known = former
      .slice(-remembered)
      .flatMap(({ quartiles }) => (quartiles?.[column] ? [quartiles[column]] : []));
    if (known.length === 0) return [];
    const before = now.map((_, i) => middle(known.map((one) => one[i]!))) as unknown as Quartiles;
    return [{ column, now, before, last: known.at(-1)! }];
  });
  return together(compared).flatMap(({ factor, columns }) => {
    const news = compared.filter(
      (one) => columns.includes(one) && !fits({ now: one.last, before: one.before }, factor),
    );
    if (news.length === 0) return [];
    const [first, ...others] = news.map(({ column, now, before }) => ({ column, now: now[1], before: before[1] }));
    const figures = { file, table, factor, ...first!, ...(others.length > 0 && { others }) };
    return [
      {
        severity: spec.unit_change,
        remark: remark('unitChange', figures),
        option: `sources.${source}.unit_change`,
        meant: `where it is meant, write "unit_change: warn" under sources.${source} for one night`,
      },
    ];
  });
}
