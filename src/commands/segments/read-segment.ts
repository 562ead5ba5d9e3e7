import { readLanguage } from '../../pipeline/language.ts';
import type { Engine } from '../../engine/engine.ts';
import { tablesIn } from '../../engine/tables.ts';
import { readLevels } from '../../pipeline/segment-levels.ts';
import { readRules } from '../../reports/data/apart.ts';
import { outgrownNames } from '../../segments/keep-names.ts';
import { sql } from '../../sql/sql.ts';
import { runDays, sizesOf } from './days.ts';
import { featuresOf } from './features.ts';
import { findSegment, type SegmentsOf } from './known.ts';
import { readShares } from './shares.ts';

const profile = {
  feature: 'text',
  mean: 'number?',
  median: 'number?',
  base_mean: 'number?',
  index: 'number?',
} as const;

/** Means of what a mart knows of customers, beside those of all with a segment; what differs most first. */
const readProfile = (engine: Engine, segment: string) =>
  engine.rows(
    sql`select feature, mean, median, base_mean, index from marts.segment_profile where segment = ${segment}
      order by abs(ln(greatest(index, 1) / 100)) desc nulls last, feature`,
    profile,
    1_000,
  );

/** The segment whose centre is nearest, with the distance in the space of the model; null: there is no other. */
async function readNearest(engine: Engine, segment: string) {
  if (!(await tablesIn(engine)).has('segments.neighbour')) return null;
  const [found] = await engine.rows(
    sql`select nearest_segment as segment, distance from segments.neighbour where segment = ${segment}`,
    { segment: 'text', distance: 'number?' },
    1,
  );
  return found ?? null;
}

/** The ids of those who stand for a segment, the nearest to its centre first. */
async function readTypical(engine: Engine, segment: string): Promise<string[]> {
  if (!(await tablesIn(engine)).has('segments.typical_customer')) return [];
  const rows = await engine.rows(
    sql`select customer_id from segments.typical_customer where segment = ${segment} order by place`,
    { customer_id: 'text' },
    1_000,
  );
  return rows.map(({ customer_id }) => customer_id);
}

/** The rules of the classification tree that describe a segment; none in releases that know none. */
async function rulesOf(engine: Engine, segment: string) {
  if (!(await tablesIn(engine)).has('models.tree_rule')) return [];
  return (await readRules(engine, segment)).map(({ class: _, ...rule }) => rule);
}

const moves = { way: 'text', other: 'text?', customers: 'integer' } as const;

/** Who entered and left since the run before, by the other segment. */
const readMoves = (engine: Engine, segment: string) =>
  engine.rows(
    sql`with last as (select from_segment, to_segment, customers from segments.migration
        where as_of = (select max(as_of) from ${runDays} as run))
      select 'entered' as way, from_segment as other, customers from last
      where to_segment = ${segment} and from_segment is distinct from to_segment
      union all
      select 'left' as way, to_segment as other, customers from last
      where from_segment = ${segment} and to_segment is distinct from from_segment
      order by way, customers desc, other nulls last`,
    moves,
    1_000,
  );

/** What the features of a segment would make of its automatic name by now, where that is not true any more; null: it is. */
async function readNameNow({ engine, segments }: SegmentsOf, segment: string): Promise<string | null> {
  if (!(await tablesIn(engine)).has('segments.feature')) return null;
  const levels = await readLevels(engine);
  const profiles = segments.map((one) => ({
    segment: one.segment,
    customers: 0,
    features: levels.get(one.segment) ?? [],
    shares: null,
  }));
  const automatic = new Map(segments.map((one) => [one.segment, one.automaticName]));
  return outgrownNames((await readLanguage(engine)).t, profiles, { automatic, given: new Map() }).get(segment) ?? null;
}

/** All that a release knows of a segment, which is meant by its code or its name. */
export async function readSegment(of: SegmentsOf, meant: string) {
  const { engine, segments, nameOf } = of;
  const known = findSegment(segments, meant);
  const { segment } = known;
  const [words] = await engine.rows(
    sql`select description, currency from segments.segment cross join warehouse.setting where segment = ${segment}`,
    { description: 'text', currency: 'text' },
    1,
  );
  const nearest = await readNearest(engine, segment);
  return {
    ...known,
    nameNow: await readNameNow(of, segment),
    ...words!,
    ...(await readShares(engine)).find((shares) => shares.segment === segment)!,
    nearest: nearest === null ? null : { ...nearest, name: nameOf(nearest.segment) },
    typical: await readTypical(engine, segment),
    rules: await rulesOf(engine, segment),
    features: (await featuresOf(engine, [segment])).map(({ segment: _, ...feature }) => feature),
    profile: await readProfile(engine, segment),
    sizes: await sizesOf(engine, segment),
    moves: (await readMoves(engine, segment)).map((move) => ({ ...move, name: nameOf(move.other) })),
  };
}

/** All that is known of a segment. */
export type SegmentCard = Awaited<ReturnType<typeof readSegment>>;
