import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Since } from '../../src/exports/changes.sql.ts';
import { exportSegments } from '../../src/exports/segments.ts';
import { raw } from '../../src/sql/sql.ts';
import { counting, folder, recordsOf, shopOf } from './support.ts';

const now = [
  { customer_id: 'stays', segment: 's1', segment_name: 'Good' },
  { customer_id: 'comes', segment: 's1', segment_name: 'Good' },
  { customer_id: 'moves', segment: 's2', segment_name: 'Bad' },
  { customer_id: 'out', name: 'No longer', email: 'out@example.eus' },
];

const segments = [
  { segment: 's1', name: 'Good' },
  { segment: 's2', name: 'Bad' },
];

/** A shop and what it was before, as a run finds it. */
async function nightOf(hasAudiences = true) {
  const engine = await shopOf(now, segments);
  const before: Record<string, string> = {
    'marts.customer': `(values ('stays', 's1', 'Good'), ('moves', 's1', 'Good'), ('out', 's2', 'Worse'), ('gone', 's1', 'Good'), ('odd', 's3', 'Old'))
      as customer (customer_id, segment, segment_name)`,
    'segments.segment': "(values ('s1', 'Good'), ('s2', 'Worse'), ('s3', 'Old')) as segment (segment, name)",
    'segments.audience': "(values ('dear'), ('ended')) as audience (audience)",
    'segments.audience_member':
      "(values ('dear', 'stays', 'condition'), ('dear', 'out', 'included'), ('ended', 'stays', 'condition')) as member (audience, customer_id, how)",
  };
  for (const [relation, rows] of Object.entries(before))
    await engine.create(`former_${relation}`, raw(`select * from ${rows}`));
  await engine.create(
    'segments.audience_member',
    raw(
      "select * from (values ('dear', 'stays', 'condition'), ('dear', 'comes', 'included')) as member (audience, customer_id, how)",
    ),
  );
  const since: Since = {
    table: (relation) => (relation.includes('audience') && !hasAudiences ? null : `former_${relation}`.split('.')),
  };
  return { engine, since };
}

const audiences = [{ audience: 'dear' }];

describe('who entered and who left since the release before', () => {
  it('is a file each for every segment and audience, by the names of now; who is no customer any more is an id alone', async () => {
    const path = folder();
    const { engine, since } = await nightOf();
    const counted = counting(engine);
    const written = await exportSegments(counted.engine, path, { since, audiences });
    expect(counted.rows()).toBeLessThan(20);
    const changes = written.filter(({ change }) => change);
    expect(changes).toEqual(
      [
        ['s1-good-entered', 1, 'entered', { segment: 's1' }],
        ['s1-good-left', 2, 'left', { segment: 's1' }],
        ['s2-bad-entered', 1, 'entered', { segment: 's2' }],
        ['s2-bad-left', 1, 'left', { segment: 's2' }],
        ['audience-dear-entered', 1, 'entered', { audience: 'dear' }],
        ['audience-dear-left', 1, 'left', { audience: 'dear' }],
        ['s3-old-left', 1, 'left', { segment: 's3' }],
        ['audience-ended-left', 1, 'left', { audience: 'ended' }],
      ].map(([stem, rows, change, which]) => ({
        file: `segments/changes/${stem as string}.csv`,
        profile: 'people',
        rows,
        change,
        ...(which as object),
      })),
    );
    const rows = (stem: string) => recordsOf(join(path, 'segments/changes', `${stem}.csv`));
    expect(rows('s1-good-entered')).toMatchObject([{ customer_id: 'comes', segment: 's1', from_segment: '' }]);
    expect(rows('s2-bad-entered')).toMatchObject([
      { customer_id: 'moves', from_segment: 's1', from_segment_name: 'Good' },
    ]);
    expect(rows('s1-good-left')).toMatchObject([
      { customer_id: 'moves', segment: 's2', to_segment: 's2', to_segment_name: 'Bad' },
      { customer_id: 'gone', name: '', segment: '', to_segment: '', may_email: '' },
    ]);
    expect(rows('audience-dear-entered')).toMatchObject([{ customer_id: 'comes', how: 'included' }]);
    expect(rows('audience-dear-left')).toMatchObject([{ customer_id: 'out', name: 'No longer', email: '' }]);
    expect(rows('s3-old-left').map((row) => row.customer_id)).toEqual(['odd']);
    const left = new Set(rows('s1-good-left').map((row) => row.customer_id));
    const entered = rows('s1-good-entered').map((row) => row.customer_id!);
    const followed = ['stays', 'moves', 'gone', ...entered].filter((id) => !left.has(id));
    expect(followed).toEqual(['stays', 'comes']);
  });

  it('is nothing on a first night, and everybody where the release before had no audiences', async () => {
    const { engine, since } = await nightOf(false);
    const first = folder();
    await exportSegments(engine, first, { audiences });
    expect(readdirSync(join(first, 'segments'))).not.toContain('changes');
    const path = folder();
    await exportSegments(engine, path, { since, audiences });
    expect(recordsOf(join(path, 'segments/changes/audience-dear-entered.csv'))).toHaveLength(2);
  });
});
