import { mkdirSync } from 'node:fs';
import type { Engine } from '../engine/engine.ts';
import { BezeroError } from '../errors.ts';
import { relationName } from '../sql/relation.ts';
import { sql } from '../sql/sql.ts';
import { attachFormer, type Origin } from './former.ts';
import { attachPeople } from './people/file.ts';
import { warehouseOf } from './releases.ts';
import { runSteps } from './run-steps.ts';
import type { Night, PlannedStep, StepContext } from './step.ts';
import type { Workspace } from './workspace.ts';

/** What the warehouse of the release in the making is called beside that of a past day. */
const present = 'present';

/** What a past day says of itself. */
type Said = Pick<StepContext, 'remarks' | 'warnings'>;

/**
 * Takes the steps of one past day in a warehouse of its own. The raw tables are those of the release in the making, which must be closed.
 *
 * @param origin what the day goes on from
 * @param here folder and as-of day
 * @param read takes what is kept of the day besides its warehouse
 */
export async function buildPastDay<T>(
  work: Workspace,
  steps: readonly PlannedStep[],
  night: Night,
  origin: Origin | null,
  here: Origin,
  read: (engine: Engine, said: Said) => Promise<T>,
): Promise<T> {
  const { asOf, folder } = here;
  mkdirSync(folder, { recursive: true });
  const engine = await work.openIn(folder);
  const said: Said = { remarks: [], warnings: [] };
  try {
    await readRawFrom(engine, warehouseOf(work.folder), steps);
    const former = origin && (await attachFormer(engine, origin));
    const people = await attachPeople(engine, work.store);
    const context = { engine, runId: work.runId, asOf, folder, previous: null, ...night, former, people, windows: [] };
    await runSteps(steps, { ...context, ...said, audits: [], files: [] }, () => () => undefined);
    const kept = await read(engine, said);
    await engine.close();
    return kept;
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

/** Says at which day something failed. */
export function atDay(asOf: string, error: unknown): unknown {
  if (error instanceof BezeroError) error.message = `as of ${asOf}: ${error.message}`;
  return error;
}
