import type { Engine } from '../../engine/engine.ts';
import { relationName } from '../../sql/relation.ts';
import { sql } from '../../sql/sql.ts';
import { evaluateTwoClasses, type TwoClassEvaluation } from '../evaluation/evaluate.ts';
import { whole } from '../literal.sql.ts';
import type { LookalikeOptions } from './options.ts';
import { learnSeeds, seedProbabilitySql } from './rank.ts';

const part = 'working.main.lookalike_part';
const scored = 'working.main.lookalike_score';

/** Ranks the buyers of every part by a fit to the others, and counts how many seeds are found among the first. */
export async function holdOut(
  engine: Engine,
  { features, folds }: LookalikeOptions,
  asOf: string,
  seeds: string,
): Promise<TwoClassEvaluation> {
  try {
    for (let fold = 0; fold < folds; fold++) {
      const own = whole(fold);
      await engine.create(
        part,
        sql`select customer_id, case when fold <> ${own} then outcome end as outcome from ${relationName(seeds)}`,
      );
      const classifier = await learnSeeds(engine, features, asOf, part);
      const scores = sql`select scored.probability as score, seed.outcome = 'yes' as hit
        from (${seedProbabilitySql(classifier)}) as scored
        join ${relationName(seeds)} as seed on seed.customer_id = scored.customer_id
        where seed.fold = ${own}`;
      await (fold === 0 ? engine.create(scored, scores) : engine.append(scored, scores));
    }
    return await evaluateTwoClasses(engine, sql`select score, hit from ${relationName(scored)}`, null);
  } finally {
    await engine.drop(part);
    await engine.drop(scored);
  }
}
