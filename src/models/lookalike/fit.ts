import type { Engine } from '../../engine/engine.ts';
import { ModelError } from '../../errors.ts';
import { relationName } from '../../sql/relation.ts';
import { sql } from '../../sql/sql.ts';
import { whyNobodyRanked, type WhyNobodyRanked } from '../../text/en/remarks/buying.ts';
import { formatFor } from '../../text/format.ts';
import { freezeDeep, type FitInput } from '../model.ts';
import type { FittedLookalike } from './fitted.ts';
import { holdOut } from './hold-out.ts';
import { liftOf } from './lift.ts';
import type { LookalikeOptions } from './options.ts';
import { learnSeeds } from './rank.ts';
import { seedSegmentSql, seedSql } from './seed.sql.ts';
import { weightsOf } from './weights.ts';

/** Every buyer, seed or not, while a fit lasts. */
const table = 'working.main.lookalike';

/** Seeds and others, at least, for each feature (Peduzzi et al. 1996), and in all. */
const leastPerFeature = 10;
const leastInAll = 30;

async function seedSegment(engine: Engine, { seed }: LookalikeOptions): Promise<string | null> {
  if (seed === 'profitable') return null;
  const [found] = await engine.rows(seedSegmentSql(seed), { segment: 'text' }, 1);
  if (found !== undefined) return found.segment;
  const why: WhyNobodyRanked =
    seed === 'best_segment' ? { code: 'noSegments' } : { code: 'noSuchSegment', segment: seed.segment };
  throw new ModelError(whyNobodyRanked(formatFor('en'))(why), { cause: why });
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
  const nothing = (why: WhyNobodyRanked, measured: Partial<FittedLookalike> = {}): FittedLookalike =>
    freezeDeep({ ...base, ...known, evaluation: null, lift: null, used: null, ...measured, why });
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
      return nothing({
        code: 'fewSeeds',
        ...{ seeds: known.seeds, buyers: known.seeds + known.others },
        ...{ features: options.features.length, least },
      });
    const evaluation = await holdOut(engine, options, asOf, table);
    const lift = liftOf(evaluation.deciles[0]!);
    if (lift.low <= 1) return nothing({ code: 'noLift' }, { evaluation, lift });
    const classifier = await learnSeeds(engine, options.features, asOf, table);
    const used = { classifier, weights: weightsOf(classifier) };
    return freezeDeep({ ...base, ...known, evaluation, lift, used, why: null });
  } catch (error) {
    if (!(error instanceof ModelError)) throw error;
    return nothing((error.cause as WhyNobodyRanked | undefined) ?? { code: 'unlearnable', reason: error.message });
  } finally {
    await engine.drop(table);
  }
}
