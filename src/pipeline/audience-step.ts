import type { Engine } from '../engine/engine.ts';
import { faultOfQuery } from '../engine/explain.ts';
import { DataError } from '../errors.ts';
import { audienceMemberSql, audienceSql, matchingSql, type Audience } from '../segments/audience.sql.ts';
import { sql } from '../sql/sql.ts';
import { remark } from '../text/remark.ts';
import type { People } from './people/file.ts';
import { whereIn, type Pipeline } from './spec.ts';
import type { PlannedStep } from './step.ts';

/** The tables of the audiences, by the conditions and by what people decided. */
export async function makeAudiences(engine: Engine, audiences: readonly Audience[], people: People): Promise<number> {
  const decided = people.table('audience_member');
  const { rows } = await engine.create('segments.audience_member', audienceMemberSql(audiences, decided));
  await engine.create('segments.audience', audienceSql(audiences, decided));
  return rows;
}

/** The audiences of a pipeline, in the order of their names. */
const audiencesOf = (pipeline: Pipeline): Audience[] =>
  Object.entries(pipeline.audiences)
    .map(([audience, { title = null, description = null, where }]) => ({
      audience,
      title,
      description,
      condition: where,
    }))
    .sort((a, b) => (a.audience < b.audience ? -1 : 1));

/** Throws where a condition that binds fails on a value. What the engine says of it would show the value: it stays unsaid. */
async function mustHold(engine: Engine, pipeline: Pipeline, { audience, condition }: Audience): Promise<void> {
  await engine
    .rows(sql`select count(*) as n from (${matchingSql(condition)}) as matching`, { n: 'integer' })
    .catch((error: unknown) => {
      const kind = faultOfQuery(error);
      if (kind === null) throw error;
      throw new DataError(
        `${whereIn(pipeline, ['audiences', audience, 'where'])} must hold or not for every customer; it cannot be evaluated for all of them (${kind}); where values are at fault, try_cast and nullif help`,
        { cause: error },
      );
    });
}

/** Audiences whose condition holds for nobody: a value may be misspelt. */
async function emptyAudiences(engine: Engine): Promise<string[]> {
  const rows = await engine.rows(
    sql`select audience from segments.audience where by_condition = 0 and excluded = 0 order by audience`,
    { audience: 'text' },
    1_000,
  );
  return rows.map(({ audience }) => audience);
}

/** Who is in which audience. */
export const audienceStep = (pipeline: Pipeline): PlannedStep => ({
  name: 'audiences',
  does: (reads) => `holds the conditions of the audiences against ${reads}`,
  kind: 'model',
  reads: ['marts.customer'],
  writes: ['segments.audience', 'segments.audience_member'],
  async run({ engine, people, remarks }) {
    const audiences = audiencesOf(pipeline);
    const rows = await makeAudiences(engine, audiences, people).catch(async (error: unknown) => {
      for (const audience of audiences) await mustHold(engine, pipeline, audience);
      throw error;
    });
    const nobody = await emptyAudiences(engine);
    if (nobody.length > 0) remarks.push(remark('emptyAudiences', { audiences: nobody }));
    return {
      rows,
      outcome: audiences.length === 0 ? 'not part of the pipeline' : `${rows} members of ${audiences.length}`,
    };
  },
});
