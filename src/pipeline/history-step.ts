import type { Engine } from '../engine/engine.ts';
import type { FittedKmeans, SegmentChange } from '../models/kmeans/fitted.ts';
import { eventSql } from '../segments/event.sql.ts';
import type { FormerTables } from '../segments/former.sql.ts';
import { identitySql } from '../segments/identity.sql.ts';
import { membershipSql } from '../segments/membership.sql.ts';
import { migrationSql } from '../segments/migration.sql.ts';
import { sizeSql } from '../segments/size.sql.ts';
import { name, sql } from '../sql/sql.ts';
import { remark } from '../text/remark.ts';
import type { Former } from './former.ts';
import { knownSegments } from './known-segments.ts';
import type { PlannedStep } from './step.ts';

/** The history of the release before; null where it has none. Days that this run does not reach are left out by the SQL. */
function formerTables(former: Former | null): FormerTables | null {
  const membership = former?.table('segments.membership');
  const size = former?.table('segments.size');
  const migration = former?.table('segments.migration');
  if (!membership || !size || !migration) return null;
  const event = former?.table('segments.event') ?? null;
  return { membership, size, migration, event };
}

/** The segments of the model, and what became of them on a day: nothing where the model is of an earlier one. */
async function readModel(
  engine: Engine,
  asOf: string,
): Promise<{ readonly segments: readonly string[]; readonly changes: readonly SegmentChange[] }> {
  const [stored] = await engine.rows(
    sql`select fitted from models.fitted where model = 'kmeans'`,
    { fitted: 'json' },
    1,
  );
  const fitted = stored?.fitted as Partial<FittedKmeans> | undefined;
  return {
    segments: (fitted?.clusters ?? []).map(({ segment }) => segment),
    changes: fitted?.asOf === asOf ? (fitted.changes ?? []) : [],
  };
}

/** How many days that were run lie after the as-of day: this run tells nothing of them. */
async function daysAfter(engine: Engine, { size }: FormerTables): Promise<number> {
  const [row] = await engine.rows(
    sql`select count(distinct as_of) as days from ${name(...size)} where as_of > (select as_of from warehouse.setting)`,
    { days: 'integer' },
    1,
  );
  return row!.days;
}

/** Carries the history of the segments on by this run: who was where from when to when, sizes, migrations, what became of segments. */
export const historyStep: PlannedStep = {
  name: 'segment history',
  does: (reads) => `goes on from the release before by ${reads}`,
  kind: 'model',
  reads: ['scores.segment', 'models.fitted', 'warehouse.setting'],
  writes: ['segments.membership', 'segments.size', 'segments.migration', 'segments.identity', 'segments.event'],
  async run({ engine, asOf, former, people, warnings }) {
    const before = formerTables(former);
    const { segments, changes } = await readModel(engine, asOf);
    const { rows } = await engine.create('segments.membership', membershipSql(before));
    await engine.create('segments.size', sizeSql(before, segments));
    await engine.create('segments.migration', migrationSql(before));
    await engine.create('segments.identity', identitySql(knownSegments(former, people)));
    await engine.create('segments.event', eventSql(before, changes));
    const later = before === null ? 0 : await daysAfter(engine, before);
    if (later > 0) warnings.push(remark('historyAfter', { days: later, asOf, former: former!.asOf }));
    return { rows, outcome: before === null ? 'begins' : `goes on from ${later > 0 ? 'before' : former!.asOf}` };
  },
};
