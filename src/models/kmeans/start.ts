import type { Engine } from '../../engine/engine.ts';
import { ModelError } from '../../errors.ts';
import type { FitInput } from '../model.ts';
import { chooseK, type KChoice } from './choice.ts';
import type { Incumbent } from './contest.ts';
import { hartigan, toPoints } from './hartigan.ts';
import { distinctSql } from './lloyd.sql.ts';
import { rangeOf, type KmeansFitOptions } from './options.ts';
import type { Sample } from './sample.ts';
import { startingCentres } from './seeds.ts';
import type { Position, Space } from './space.ts';
import { remark, type Remark } from '../../text/remark.ts';

/** Where the search on all customers begins. */
export interface Start {
  /** The best on the sample, then the best on further ones. */
  readonly starts: readonly (readonly Position[])[];
  /** Null: k was given. */
  readonly choice: KChoice | null;
  /** Sentences on what a reader should know. */
  readonly warnings: readonly Remark[];
}

/** What a start is made of: the working table of all customers, and a sample of it. */
export interface StartInput {
  readonly table: string;
  readonly sample: Sample;
  readonly space: Space;
  /** Mean squared distance of all customers from their mean. */
  readonly meanSquare: number;
  /** What a row is called. */
  readonly row?: FitInput['row'] | undefined;
}

/** Starts on each further sample. */
const fewer = 12;

/** A start, and the best ones on the further samples as far as these have k different rows: all improved on the samples together. */
function withOthers(
  { sample: { others, pool } }: StartInput,
  centres: readonly Position[],
  { seed, restarts }: KmeansFitOptions,
): (readonly Position[])[] {
  if (others.length === 0) return [centres];
  const k = centres.length;
  const found = others.map((rows) => startingCentres(rows, k, { seed, restarts: Math.min(restarts, fewer) }));
  const points = toPoints(pool);
  return [centres, ...found.filter(({ length }) => length === k)].map((start) => hartigan(points, start).centres);
}

/**
 * Starts with k centres. Where the sample has fewer different rows, the last ones repeat and are placed by Lloyd's rule for
 * empty clusters. Throws `ModelError` where all customers together have fewer than k different rows.
 */
async function startOf(
  engine: Engine,
  input: StartInput,
  k: number,
  options: KmeansFitOptions,
): Promise<readonly (readonly Position[])[]> {
  const { table, sample, space, row = 'customer' } = input;
  const centres = startingCentres(sample.positions, k, options);
  if (centres.length >= k) return withOthers(input, centres, options);
  const [counted] = await engine.rows(distinctSql(table, space.means.length, k), { n: 'integer' }, 1);
  if (counted!.n < k) {
    const asked =
      typeof options.k === 'number' ? `for k = ${k}; lower k` : `and k is looked for from ${k} on; choose k`;
    throw new ModelError(`kmeans: ${counted!.n} distinct ${row}s ${asked} or check the features`);
  }
  return [Array.from({ length: k }, (_, c) => centres[c] ?? centres[0]!)];
}

/** Starting centres for the k asked for, or for the best of a range, chosen on the sample; a k in use stays until another was better often. */
export async function start(
  engine: Engine,
  input: StartInput,
  options: KmeansFitOptions,
  incumbent: Incumbent | null,
): Promise<Start> {
  if (typeof options.k === 'number') {
    return { starts: await startOf(engine, input, options.k, options), choice: null, warnings: [] };
  }
  const range = rangeOf(options.k);
  const { sample, space, meanSquare, row = 'customer' } = input;
  const choices: (readonly Position[])[] = [];
  for (let k = range.from; k <= range.to; k++) {
    const centres = startingCentres(sample.positions, k, options);
    if (centres.length < k) break;
    choices.push(centres);
  }
  const largest = range.from + choices.length - 1;
  const few = (taken: number | null): Remark => remark('fewRowsForK', { segments: largest + 1, taken, row });
  if (choices.length === 0) {
    const starts = await startOf(engine, input, range.from, options);
    return { starts, choice: null, warnings: [few(range.from)] };
  }
  const candidates = { sample, space, choices, meanSquare, seed: options.seed };
  const { choice, warnings } = await chooseK(engine, candidates, {
    ...range,
    smallestShare: options.smallest_share,
    margin: options.k_margin,
    needed: options.k_refits,
    incumbent,
  });
  return {
    choice,
    starts: withOthers(input, choices[choice.chosen - range.from]!, options),
    warnings: largest < range.to ? [few(null), ...warnings] : warnings,
  };
}
