import { identitySql, membershipSql, migrationSql, sizeSql, type FormerTables } from '../segments/history.sql.ts';
import type { Former } from './former.ts';
import type { PlannedStep } from './step.ts';

/** The history of the release before; null where it has none. Days that this run does not reach are left out by the SQL. */
function formerTables(former: Former | null): FormerTables | null {
  const membership = former?.table('segments.membership');
  const size = former?.table('segments.size');
  const migration = former?.table('segments.migration');
  if (!membership || !size || !migration) return null;
  return { membership, size, migration, identity: former?.table('segments.identity') ?? null };
}

/** Carries the history of the segments on by this run: who was where from when to when, sizes, migrations. */
export const historyStep: PlannedStep = {
  name: 'segment history',
  kind: 'model',
  reads: ['scores.segment', 'warehouse.setting'],
  writes: ['segments.membership', 'segments.size', 'segments.migration', 'segments.identity'],
  async run({ engine, former }) {
    const before = formerTables(former);
    const { rows } = await engine.create('segments.membership', membershipSql(before));
    await engine.create('segments.size', sizeSql(before));
    await engine.create('segments.migration', migrationSql(before));
    await engine.create('segments.identity', identitySql(before));
    return { rows, outcome: before === null ? 'begins' : `goes on from ${former!.asOf}` };
  },
};
