import { resolve } from 'node:path';
import type { Engine } from '../../engine/engine.ts';
import { ConfigError } from '../../errors.ts';
import { attachPeople } from '../../pipeline/people/file.ts';
import { currentNames } from '../../pipeline/segment-names.ts';
import { sql } from '../../sql/sql.ts';
import { isSameName } from '../../text/name-rule.ts';
import { nearest } from '../../text/nearest.ts';
import { byNumber } from '../../text/segment-code.ts';
import type { Effects } from '../effects.ts';
import { findStore, withCurrent } from '../store.ts';
import { unfinishedOf } from '../write-file.ts';

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
  /** The names that people gave, by code, also of segments that are in other releases alone. */
  readonly given: ReadonlyMap<string, string>;
  /** What segments are called by code, also those that are gone. */
  readonly names: ReadonlyMap<string, string>;
  /** What a segment is called; null: none, or it is gone and its name is not known. */
  readonly nameOf: (segment: string | null) => string | null;
}

/** Opens the current release and finds its segments. @throws ConfigError where the pipeline makes none */
export async function withSegments<T>(
  options: { readonly store?: string; readonly csv?: string },
  effects: Effects,
  use: (of: SegmentsOf) => Promise<T>,
): Promise<T> {
  const store = findStore(options.store, effects);
  const writes = options.csv === undefined ? [] : [unfinishedOf(resolve(effects.cwd, options.csv))];
  const read = async (engine: Engine): Promise<T> => {
    const { automatic, given, names } = await currentNames(engine, await attachPeople(engine, store));
    if (automatic.size === 0)
      throw new ConfigError('the current release has no segments: a step kmeans in the pipeline makes them');
    const segments = [...automatic].map(([segment, automaticName]) => ({
      segment,
      name: names.get(segment)!,
      automaticName,
      renamed: given.has(segment),
    }));
    segments.sort(byNumber);
    return use({ engine, segments, given, names, nameOf: (segment) => names.get(segment ?? '') ?? null });
  };
  return withCurrent(store, read, { writes });
}

/** The segment that is meant by its code or its name. @throws ConfigError where none is, or two are */
export function findSegment(segments: readonly KnownSegment[], meant: string): KnownSegment {
  const byCode = segments.find(({ segment }) => segment === meant.trim().toLowerCase());
  if (byCode) return byCode;
  const named = segments.filter(({ name }) => isSameName(name, meant));
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

/** The code of a segment that is there, or of one that is gone. @throws ConfigError where there was none */
export async function findCode({ engine, segments }: SegmentsOf, meant: string): Promise<string> {
  const code = meant.trim().toLowerCase();
  const [was] = await engine.rows(
    sql`select segment from segments.size where segment = ${code} limit 1`,
    { segment: 'text' },
    1,
  );
  return was?.segment ?? findSegment(segments, meant).segment;
}
