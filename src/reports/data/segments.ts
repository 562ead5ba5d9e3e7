import type { Engine } from '../../engine/engine.ts';
import { sql } from '../../sql/sql.ts';
import { readApart, type Apart } from './apart.ts';
import { columnsOf, groupShape, type Group } from './money.ts';
import { readProfile, type ProfileCell } from './profile.ts';

/** A segment, in the order of its code. */
export interface Segment extends Group, Apart {
  readonly segment: string;
  readonly name: string;
  /** In a sentence or two. */
  readonly description: string | null;
  /** Its place among the segments, from 0: it decides the colour. */
  readonly index: number;
}

/** What a segment brings that nobody is in. */
const empty = Object.fromEntries(Object.keys(groupShape).map((column) => [column, 0])) as unknown as Group;

/** Segments come from a model with at most 100 clusters. */
const most = 1_000;

/** The segments with what they bring and how they differ; empty without a k-means. */
export interface SegmentData {
  readonly segments: readonly Segment[];
  /** Customers and prospects without a segment; null where there are none. */
  readonly unassigned: Group | null;
  /** What belongs to no customer; null where nothing does. */
  readonly anonymous: Group | null;
  readonly profile: readonly ProfileCell[];
}

/** Segments in the order of their codes. */
export async function readSegments(engine: Engine): Promise<SegmentData> {
  const groups = await engine.rows(
    sql`select segment, ${columnsOf(groupShape)} from marts.segment_profit order by segment`,
    { segment: 'text', ...groupShape },
    most + 2,
  );
  const known = await engine.rows(
    sql`select segment, name, description from segments.segment order by length(segment), segment`,
    { segment: 'text', name: 'text?', description: 'text?' },
    most,
  );
  const group = (member: string): Group | null => groups.find((row) => row.segment === member) ?? null;
  const apart = await readApart(engine);
  const segments = known.map(({ segment, name, description }, index): Segment => {
    const money = group(segment) ?? empty;
    return { ...money, ...apart(segment), segment, name: name ?? segment, description, index };
  });
  const profile = await readProfile(engine, segments.length);
  return { segments, unassigned: group('none'), anonymous: group('anonymous'), profile };
}
