import type { Engine } from '../../engine/engine.ts';
import { ModelError } from '../../errors.ts';
import type { FitInput } from '../model.ts';
import { chooseK, type KChoice } from './choice.ts';
import type { Incumbent } from './contest.ts';
import { distinctSql } from './lloyd.sql.ts';
import { rangeOf, type KmeansOptions } from './options.ts';
import type { Sample } from './sample.ts';
import { startingCentres } from './seeds.ts';
import type { Position, Space } from './space.ts';

/** Where the search on all customers begins. */
export interface Start {
  readonly centres: readonly Position[];
  /** Null: k was given. */
  readonly choice: KChoice | null;
  /** Sentences on what a reader should know. */
  readonly warnings: readonly string[];
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

/**
 * k starting centres. Where the sample has fewer different rows, the last ones repeat and are placed by Lloyd's rule for
 * empty clusters. Throws `ModelError` where all customers together have fewer than k different rows.
 */
async function startOf(
  engine: Engine,
  { table, sample, space, row = 'customer' }: StartInput,
  k: number,
  options: KmeansOptions,
): Promise<readonly Position[]> {
  const centres = startingCentres(sample.positions, k, options);
  if (centres.length >= k) return centres;
  const [counted] = await engine.rows(distinctSql(table, space.means.length, k), { n: 'integer' }, 1);
  if (counted!.n < k) {
    throw new ModelError(`kmeans: ${counted!.n} distinct ${row}s for k = ${k}; lower k or check the features`);
  }
  return Array.from({ length: k }, (_, c) => centres[c] ?? centres[0]!);
}

/** Starting centres for the k asked for, or for the best of a range, chosen on the sample; a k in use stays until another was better often. */
export async function start(
  engine: Engine,
  input: StartInput,
  options: KmeansOptions,
  incumbent: Incumbent | null,
): Promise<Start> {
  if (typeof options.k === 'number') {
    return { centres: await startOf(engine, input, options.k, options), choice: null, warnings: [] };
  }
  const range = rangeOf(options.k);
  const { sample, space, meanSquare, row = 'customer' } = input;
  const choices: (readonly Position[])[] = [];
  for (let k = range.from; k <= range.to; k++) {
    const centres = startingCentres(sample.positions, k, options);
    if (centres.length < k) break;
    choices.push(centres);
  }
  const most = range.from + choices.length - 1;
  const few = `the sample has fewer different ${row}s than ${most + 1} segments`;
  if (choices.length === 0) {
    const centres = await startOf(engine, input, range.from, options);
    return { centres, choice: null, warnings: [`${few}; k = ${range.from} was taken without comparison`] };
  }
  const candidates = { sample, space, choices, meanSquare, seed: options.seed };
  const { choice, centres, warnings } = await chooseK(engine, candidates, {
    ...range,
    smallestShare: options.smallest_share,
    margin: options.k_margin,
    needed: options.k_refits,
    incumbent,
  });
  return {
    choice,
    centres,
    warnings: most < range.to ? [`${few}; only k up to ${most} was tried`, ...warnings] : warnings,
  };
}
