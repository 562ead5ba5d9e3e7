import type { Engine } from '../../engine/engine.ts';
import { ModelError } from '../../errors.ts';
import { relationName } from '../../sql/relation.ts';
import { sql } from '../../sql/sql.ts';
import { freezeDeep, type FitInput } from '../model.ts';
import type { FittedLookalike } from './fitted.ts';
import { holdOut } from './hold-out.ts';
import { liftOf } from './lift.ts';
import type { LookalikeOptions } from './options.ts';
import { learnSeeds } from './rank.ts';
import { seedSegmentSql, seedSql } from './seed.sql.ts';
import { weightsOf } from './weights.ts';

/** Every buyer, seed or not, while a fit lasts. */
const table = 'models.working_lookalike';

/** Seeds and others, at least, for each feature (Peduzzi et al. 1996), and in all. */
const leastPerFeature = 10;
const leastInAll = 30;

async function seedSegment(engine: Engine, { seed }: LookalikeOptions): Promise<string | null> {
  if (seed === 'profitable') return null;
  const [found] = await engine.rows(seedSegmentSql(seed), { segment: 'text' }, 1);
  if (found !== undefined) return found.segment;
  throw new ModelError(
    seed === 'best_segment'
      ? 'there are no segments'
      : `no segment has the code or the name ${JSON.stringify(seed.segment)}`,
  );
}

/**
 * Who of those who have not bought yet resembles the seeds: the buyers with the highest profit, or those of a segment. What tells seeds from the other buyers by what is
 * known before a purchase is learnt from buyers alone, since only they can be seen to be either; how well is measured on parts of them that the fit does not know, parted
 * by a stable hash. Nobody is ranked where the tenth ranked first does not have more seeds than chance would bring (lower end of the 95 % interval of its lift above 1), or
 * where too few are seeds to learn from. The probability is that of a buyer: to be a seed, once they buy. Throws `ConfigError` for features that are not there.
 */
export async function fitLookalike(
  engine: Engine,
  options: LookalikeOptions,
  { asOf }: FitInput,
): Promise<FittedLookalike> {
  const base = { model: 'lookalike', asOf, options } as const;
  let known: Pick<FittedLookalike, 'segment' | 'seeds' | 'others'> = { segment: null, seeds: 0, others: 0 };
  const nothing = (reason: string, measured: Partial<FittedLookalike> = {}): FittedLookalike =>
    freezeDeep({ ...base, ...known, evaluation: null, lift: null, used: null, ...measured, reason });
  try {
    const segment = await seedSegment(engine, options);
    await engine.create(table, seedSql(options, segment));
    const [counted] = await engine.rows(
      sql`select count(*) filter (where outcome = 'yes') as seeds, count(*) filter (where outcome = 'no') as others
        from ${relationName(table)}`,
      { seeds: 'integer', others: 'integer' },
      1,
    );
    known = { segment, ...counted! };
    const least = Math.max(leastInAll, leastPerFeature * options.features.length);
    if (Math.min(known.seeds, known.others) < least)
      return nothing(
        `${known.seeds} of ${known.seeds + known.others} buyers are those to be resembled; to learn from ${options.features.length} features, at least ${least} must be and ${least} not`,
      );
    const evaluation = await holdOut(engine, options, asOf, table);
    const lift = liftOf(evaluation.deciles[0]!);
    if (lift.low <= 1)
      return nothing('the tenth ranked first has no more of those to be resembled than chance would bring', {
        evaluation,
        lift,
      });
    const classifier = await learnSeeds(engine, options.features, asOf, table);
    const used = { classifier, weights: weightsOf(classifier) };
    return freezeDeep({ ...base, ...known, evaluation, lift, used, reason: null });
  } catch (error) {
    if (!(error instanceof ModelError)) throw error;
    return nothing(error.message);
  } finally {
    await engine.drop(table);
  }
}
