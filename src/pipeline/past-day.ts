import { mkdirSync } from 'node:fs';
import type { Engine } from '../engine/engine.ts';
import { relationName } from '../sql/relation.ts';
import { sql } from '../sql/sql.ts';
import { runStep } from './build.ts';
import { attachFormer, type Origin } from './former.ts';
import { attachPeople } from './people/file.ts';
import type { PastDay } from './record.ts';
import { warehouseOf } from './releases.ts';
import type { PlannedStep } from './step.ts';
import type { Workspace } from './workspace.ts';

/** What the warehouse of the release in the making is called beside that of a past day. */
const present = 'present';

/**
 * Takes the steps of one past day in a warehouse of its own. The raw tables are those of the release in the making, which must be closed.
 *
 * @param origin what the day goes on from
 * @param here folder and as-of day
 */
export async function buildPastDay(
  work: Workspace,
  steps: readonly PlannedStep[],
  version: string,
  origin: Origin | null,
  here: Origin,
): Promise<PastDay> {
  const { asOf, folder } = here;
  mkdirSync(folder, { recursive: true });
  const engine = await work.openIn(folder);
  const remarks: string[] = [];
  try {
    await readRawFrom(engine, warehouseOf(work.folder), steps);
    const former = origin && (await attachFormer(engine, origin));
    const people = await attachPeople(engine, work.store);
    const context = { engine, runId: work.runId, asOf, folder, previous: null, version, former, people };
    const said = { audits: [], warnings: [], remarks, files: [] };
    for (const step of steps) await runStep(step, { ...context, ...said }, () => () => undefined);
    const day = { asOf, ...(await readSizes(engine)), fittedOn: await readFits(engine), remarks };
    await engine.close();
    return day;
  } catch (error) {
    await engine.close().catch(() => undefined);
    throw error;
  }
}

/** Names the raw tables of another warehouse as if they were here. */
async function readRawFrom(engine: Engine, file: string, steps: readonly PlannedStep[]): Promise<void> {
  await engine.attach(file, present);
  const read = new Set(steps.flatMap(({ reads }) => reads).filter((relation) => relation.startsWith('raw.')));
  for (const relation of read)
    await engine.define(relation, sql`select * from ${relationName(`${present}.${relation}`)} as there`);
}

async function readSizes(engine: Engine): Promise<Pick<PastDay, 'customers' | 'segments' | 'moved'>> {
  const [row] = await engine.rows(
    sql`select count(*) as segments, cast(coalesce(sum(customers), 0) as bigint) as customers,
        (select cast(coalesce(sum(customers), 0) as bigint) from segments.migration
          where as_of = (select as_of from warehouse.setting) and from_segment <> to_segment) as moved
      from segments.size where as_of = (select as_of from warehouse.setting)`,
    { segments: 'integer', customers: 'integer', moved: 'integer' },
    1,
  );
  return row!;
}

/** The day that each model was fitted on. */
async function readFits(engine: Engine): Promise<Record<string, string>> {
  const rows = await engine.rows(
    sql`select model, json_extract_string(fitted, '$.asOf') as fitted_on from models.fitted order by model`,
    { model: 'text', fitted_on: 'day' },
    100,
  );
  return Object.fromEntries(rows.map(({ model, fitted_on }) => [model, fitted_on]));
}
