import { numbered } from '../literal.sql.ts';
import { cutBetween, missingBin } from './binning.ts';
import type { Block } from './block.ts';
import { levelCountsSql, type Candidate } from './counts.sql.ts';
import { bestCutsSql } from './cut.sql.ts';
import type { Ground } from './ground.ts';
import { comparable } from './impurity.ts';
import { bestLevelSplit, type LevelCount } from './level-split.ts';
import { larger, type Found } from './node.ts';

/** The nodes of a level that may be split, with their rows by class, and how the rows of their regions are counted. */
export interface Open {
  readonly candidates: readonly (Candidate & { readonly counts: readonly number[] })[];
  readonly blocks: readonly Block[];
}

const numberOf = (row: object, column: string): number => (row as Readonly<Record<string, number>>)[column]!;

/** The best cuts of numbers: by candidate, then by feature. */
async function findCuts({ engine, tables, features, frame }: Ground, open: Open): Promise<[number, Found][]> {
  const numbers = features.flatMap(({ levels }, i) => (levels === null ? [i] : []));
  if (numbers.length === 0) return [];
  const withMissing = numbers.some((i) => features[i]!.missing > 0);
  const ls = numbered('l', frame.masses.length);
  const shape = {
    ...({ place: 'integer', feature: 'integer', below: 'integer', above: 'integer', missing: 'number' } as const),
    ...({ missing_first: 'boolean', improvement: 'number' } as const),
    ...Object.fromEntries(ls.map((l) => [l, 'number'] as const)),
  };
  const query = bestCutsSql(tables.counts, open, frame, numbers, withMissing);
  const rows = await engine.rows(query, shape, open.candidates.length * numbers.length);
  return rows.map((row) => {
    const { place, feature, below, above, improvement } = row;
    const first = ls.map((l) => numberOf(row, l));
    if (below === missingBin) return [place, { split: { kind: 'missing', feature }, improvement, first }];
    const cut = cutBetween(features[feature]!.binning, below, above);
    const missing =
      row.missing === 0 ? larger(first, open.candidates[place]!.counts) : row.missing_first ? 'first' : 'second';
    return [place, { split: { kind: 'number', feature, ...cut, missing }, improvement, first }];
  });
}

/** The best divisions of levels. */
async function findDivisions({ engine, tables, features, frame }: Ground, open: Open): Promise<[number, Found][]> {
  const coded = features.flatMap(({ levels }, i) => (levels === null ? [] : [i]));
  if (coded.length === 0) return [];
  const cs = numbered('c', frame.masses.length);
  const shape = {
    ...({ place: 'integer', feature: 'integer', bin: 'integer' } as const),
    ...Object.fromEntries(cs.map((c) => [c, 'number'] as const)),
  };
  const most = open.candidates.length * coded.reduce((sum, i) => sum + features[i]!.levels!.length + 2, 0);
  const rows = await engine.rows(levelCountsSql(tables.counts, open, frame, coded), shape, most);
  const grouped = new Map<string, { place: number; feature: number; levels: LevelCount[] }>();
  for (const row of rows) {
    const { place, feature, bin } = row;
    const key = `${place} ${feature}`;
    if (!grouped.has(key)) grouped.set(key, { place, feature, levels: [] });
    grouped.get(key)!.levels.push({ code: bin, counts: cs.map((c) => numberOf(row, c)) });
  }
  return [...grouped.values()].flatMap(({ place, feature, levels }): [number, Found][] => {
    const best = bestLevelSplit(levels, frame);
    if (!best) return [];
    const { first, second, improvement, counts } = best;
    const others = larger(counts, open.candidates[place]!.counts);
    return [[place, { split: { kind: 'levels', feature, first, second, others }, improvement, first: counts }]];
  });
}

/** By candidate, the split that lowers impurity most, of equal ones that by the first feature; none where nothing makes it lower. */
export async function findSplits(ground: Ground, open: Open): Promise<Map<number, Found>> {
  const found = [...(await findCuts(ground, open)), ...(await findDivisions(ground, open))].sort(
    ([p, a], [q, b]) => p - q || a.split.feature - b.split.feature,
  );
  const best = new Map<number, Found & { readonly score: number }>();
  for (const [place, one] of found) {
    const mass = open.candidates[place]!.counts.reduce((sum, count, c) => sum + count * ground.costs.masses[c]!, 0);
    const score = comparable(one.improvement, mass);
    if (score > (best.get(place)?.score ?? 0)) best.set(place, { ...one, score });
  }
  return best;
}
