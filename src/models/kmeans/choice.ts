import type { Engine } from '../../engine/engine.ts';
import { name, sql } from '../../sql/sql.ts';
import { relationName } from '../../sql/relation.ts';
import { names, numbered } from '../literal.sql.ts';
import { choiceRule, choose, judge, type JudgedK, type KCriteria } from './choose.ts';
import { contend, type Incumbent, type KContest } from './contest.ts';
import { measureGaps } from './criteria/gap.ts';
import { calinskiHarabasz, daviesBouldin } from './criteria/indices.ts';
import { readScatter } from './criteria/scatter.ts';
import { readSilhouettes } from './criteria/silhouette.ts';
import { measureStability } from './criteria/stability.ts';
import { labelOf, labelledSql } from './sample.sql.ts';
import type { Sample } from './sample.ts';
import type { Position, Space } from './space.ts';
import type { Remark } from '../../text/remark.ts';

/** How k was chosen, and all that was known of every k. */
export interface KChoice {
  readonly from: number;
  readonly to: number;
  readonly chosen: number;
  /** What the rule alone would choose; another than `chosen` where a k in use stays. */
  readonly ruled: number;
  readonly rule: string;
  /** Customers in the sample that the criteria are of; their hash is lowest. */
  readonly sample: number;
  /** Share that every segment must have. */
  readonly smallestShare: number;
  /** Resamples of the stability, reference data sets of the gap. */
  readonly resamples: number;
  readonly references: number;
  /** By k, upwards. A k with more segments than the sample has different customers is not there. */
  readonly criteria: readonly JudgedK[];
  /** What became of the k of the model before; null: there was none to keep, and k is the one of the rule. */
  readonly contest: KContest | null;
}

/** Rows of the sample that k is chosen on, at most: every pair of them is measured. */
const judgedRows = 4096;

const resamples = 20;
const references = 10;

/** What choosing takes: the sample, starting centres by k, and the mean squared distance of all customers. */
export interface Candidates {
  readonly sample: Sample;
  readonly space: Space;
  readonly choices: readonly (readonly Position[])[];
  readonly meanSquare: number;
  readonly seed: number;
}

/** Measures each candidate on the sample: partitions by its centres, in a table that is dropped again. */
async function measure(engine: Engine, { sample, space, choices, meanSquare, seed }: Candidates): Promise<KCriteria[]> {
  const table = `${sample.table}_judged`;
  const positions = sample.positions.slice(0, judgedRows);
  try {
    await engine.create(table, labelledSql(sample.table, space, choices, positions.length));
    const labels = choices.map(({ length: k }) => ({ column: labelOf(k), k }));
    const silhouettes = await readSilhouettes(engine, { table, space, labels, meanSquare });
    const gaps = measureGaps(
      positions,
      choices.map(({ length }) => length),
      { seed, references },
    );
    const criteria: KCriteria[] = [];
    for (const [i, centres] of choices.entries()) {
      const k = centres.length;
      const points = names(numbered('u', space.means.length));
      const labelled = sql`select ${name(labelOf(k))} as place, ${points} from ${relationName(table)}`;
      const clusters = await readScatter(engine, labelled, space, k);
      const stability = measureStability(positions, centres, { seed, resamples });
      criteria.push({
        k,
        within: clusters.reduce((sum, { within }) => sum + within, 0),
        smallestShare: clusters.length < k ? 0 : Math.min(...clusters.map(({ n }) => n)) / positions.length,
        silhouette: silhouettes[i]!.mean,
        silhouettes: centres.map((_, c) => silhouettes[i]!.clusters.find(({ place }) => place === c + 1)?.mean ?? 0),
        calinskiHarabasz: calinskiHarabasz(clusters),
        daviesBouldin: daviesBouldin(clusters),
        gap: gaps[i]?.gap ?? null,
        gapError: gaps[i]?.error ?? null,
        rand: stability.rand,
        jaccard: stability.jaccard,
      });
    }
    return criteria;
  } finally {
    await engine.drop(table);
  }
}

/** Where k is looked for, and what holds of it. */
export interface KSearch {
  readonly from: number;
  readonly to: number;
  readonly smallestShare: number;
  /** By how much, and in how many refits in a row, another k must be better than the one in use. */
  readonly margin: number;
  readonly needed: number;
  /** The k in use; null: none is. */
  readonly incumbent: Incumbent | null;
}

/**
 * Chooses k among candidates by `choiceRule`, on the sample; a k in use stays as `contend` says. The centres of a
 * candidate are the best of many starts there.
 */
export async function chooseK(
  engine: Engine,
  candidates: Candidates,
  { from, to, smallestShare, margin, needed, incumbent }: KSearch,
): Promise<{ choice: KChoice; warnings: Remark[] }> {
  const criteria = judge(await measure(engine, candidates), smallestShare);
  const { k: best, warning } = choose(criteria);
  const held = incumbent === null ? null : contend(criteria, { from, to }, incumbent, { margin, needed });
  const k = held?.k ?? best;
  const choice = {
    ...{ from, to, chosen: k, ruled: best, rule: choiceRule, smallestShare, resamples, references },
    sample: Math.min(candidates.sample.positions.length, judgedRows),
    criteria,
    contest: held?.contest ?? null,
  };
  return { choice, warnings: warning === null ? [] : [warning] };
}
