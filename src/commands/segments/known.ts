import type { Engine } from '../../engine/engine.ts';
import { ConfigError } from '../../errors.ts';
import { attachPeople } from '../../pipeline/people/file.ts';
import { automaticNames, givenNames, namesNow } from '../../pipeline/segment-names.ts';
import { sql } from '../../sql/sql.ts';
import { nearest } from '../../text/nearest.ts';
import type { Effects } from '../effects.ts';
import { findStore, withCurrent } from '../store.ts';

/** A segment of the current release, with the names that people want it to have by now. */
export interface KnownSegment {
  readonly segment: string;
  readonly name: string;
  readonly automaticName: string;
  /** People gave it the name. */
  readonly renamed: boolean;
}

/** The current release and its segments. */
export interface SegmentsOf {
  readonly engine: Engine;
  readonly segments: readonly KnownSegment[];
  /** What a segment is called, also one that is gone; null: none. */
  readonly nameOf: (segment: string | null) => string | null;
}

/** Opens the current release and finds its segments. @throws ConfigError where the pipeline makes none */
export async function withSegments<T>(
  options: { readonly store?: string },
  effects: Effects,
  use: (of: SegmentsOf) => Promise<T>,
): Promise<T> {
  const store = findStore(options.store, effects);
  return withCurrent(store, async (engine) => {
    const given = await givenNames(engine, await attachPeople(engine, store));
    const automatic = await automaticNames(engine, ['segments', 'segment']);
    if (automatic.size === 0)
      throw new ConfigError('the current release has no segments: a step kmeans in the pipeline makes them');
    const names = namesNow({ automatic, given });
    const segments = [...automatic].map(([segment, automaticName]) => ({
      segment,
      name: names.get(segment)!,
      automaticName,
      renamed: given.has(segment),
    }));
    segments.sort((a, b) => Number(a.segment.slice(1)) - Number(b.segment.slice(1)));
    return use({ engine, segments, nameOf: (segment) => names.get(segment ?? '') ?? given.get(segment ?? '') ?? null });
  });
}

/** Names that people would take for one another. */
export const alike = (name: string): string => name.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();

/** The segment that is meant by its code or its name. @throws ConfigError where none is, or two are */
export function findSegment(segments: readonly KnownSegment[], meant: string): KnownSegment {
  const byCode = segments.find(({ segment }) => segment === meant.trim().toLowerCase());
  if (byCode) return byCode;
  const named = segments.filter(({ name }) => alike(name) === alike(meant));
  if (named.length === 1) return named[0]!;
  if (named.length > 1)
    throw new ConfigError(
      `SEGMENT must be one segment; "${meant}" is the name of ${named.map(({ segment }) => segment).join(' and ')}`,
    );
  const near = nearest(
    meant,
    segments.map(({ name }) => name),
  );
  const hint =
    near === null ? `there are ${segments.map(({ segment }) => segment).join(', ')}` : `did you mean "${near}"?`;
  throw new ConfigError(`SEGMENT must be the code or the name of a segment, got "${meant}"; ${hint}`);
}

/** The days that were run with segments, oldest first. */
export async function segmentDays(engine: Engine): Promise<string[]> {
  const rows = await engine.rows(
    sql`select distinct cast(as_of as varchar) as day from segments.size order by day`,
    { day: 'text' },
    100_000,
  );
  return rows.map(({ day }) => day);
}
