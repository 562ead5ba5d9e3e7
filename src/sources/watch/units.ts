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

/** By how much all three quartiles are more (above 1) or less; null where they do not agree on a factor. */
export function unitFactor(now: Quartiles, before: Quartiles): number | null {
  const ratios = now.map((value, i) => value / before[i]!);
  const found = factors
    .flatMap((factor) => [factor, 1 / factor])
    .filter((factor) =>
      ratios.every((ratio) => Math.abs(Math.log(ratio / factor)) < Math.log(within(Math.max(factor, 1 / factor)))),
    );
  const distance = (factor: number): number => Math.abs(Math.log(ratios[1]! / factor));
  return found.sort((a, b) => distance(a) - distance(b))[0] ?? null;
}

/**
 * Finds columns that are in another unit than in the loads before: the median and both quartiles are the same factor away from what they
 * usually were. A few values in another unit are not seen.
 *
 * @param former the loads of the source and table before it, oldest first
 */
export function checkUnits(spec: SourceSpec, load: LoadRecord, former: readonly LoadRecord[]): Finding[] {
  return Object.entries(load.quartiles ?? {}).flatMap(([column, now]) => {
    const known = former
      .slice(-remembered)
      .flatMap(({ quartiles }) => (quartiles?.[column] ? [quartiles[column]] : []));
    if (known.length === 0) return [];
    const usual = now.map((_, i) => middle(known.map((one) => one[i]!))) as unknown as Quartiles;
    const factor = unitFactor(now, usual);
    if (factor === null) return [];
    const { file, source, table } = load;
    const figures = { file, table, column, factor, now: now[1], before: usual[1] };
    return [
      { severity: spec.unit_change, remark: remark('unitChange', figures), option: `sources.${source}.unit_change` },
    ];
  });
}
