import { segmentNumber } from '../text/segment-code.ts';
import { bestPairs } from './assignment.ts';

/** A segment of the release before. */
export interface FormerSegment {
  /** Its persistent id: `s3`. */
  readonly segment: string;
}

/** What is known of two clusterings of the same customers. */
export interface Comparison {
  readonly former: readonly FormerSegment[];
  /** How many clusters there are now. */
  readonly clusters: number;
  /** Customers who are there on both nights, by former segment and cluster. */
  readonly shared: readonly (readonly number[])[];
  /** Distance of their centres, in standard deviations; Infinity where the features are others. */
  readonly distance: readonly (readonly number[])[];
}

/** What became of a segment when the model was fitted again. Shares are of the customers who are there on both nights. */
export interface SegmentChange {
  readonly segment: string;
  /**
   * `kept`: it is the cluster that shares most with it. Of those that are gone: `merged`, more than half of its customers are in one other;
   * `retired`, they are here and there; `emptied`, none of them is there any more. Of new ones: `split`, more than half of its customers were in
   * one; `new`, they were here and there; `fresh`, none of them was there before.
   */
  readonly event: 'kept' | 'merged' | 'retired' | 'emptied' | 'split' | 'new' | 'fresh';
  /** Merged: where most of its customers are now; split: where most of them were. */
  readonly other: string | null;
  /** Kept: common members of all members of either (Jaccard); merged, split: the share of its customers. */
  readonly share: number | null;
}

/** The ids of the clusters, and how they came about. */
export interface Identity {
  /** By cluster. */
  readonly ids: readonly string[];
  readonly events: readonly SegmentChange[];
}

/**
 * A cluster is taken for a former segment from this Jaccard coefficient on. A segment that falls into three equal parts keeps its id in one of them;
 * Hennig (2007) calls a cluster dissolved below one half.
 */
const alike = 0.3;

/** Where no customer is there on both nights, centres are compared: this many standard deviations apart at most. */
const near = 1;

const most = 0.5;

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/**
 * Finds former segments again among clusters, by the pairing that shares most customers (Jaccard coefficients, equal ones by the distance of
 * centres). Clusters that are no former segment get ids that were never used.
 *
 * @param lastId the highest number that any segment ever had
 */
export function identifySegments({ former, clusters, shared, distance }: Comparison, lastId: number): Identity {
  const before = shared.map(sum);
  const now = Array.from({ length: clusters }, (_, c) => sum(shared.map((row) => row[c]!)));
  const jaccard = (f: number, c: number): number => {
    const all = before[f]! + now[c]! - shared[f]![c]!;
    return all === 0 ? 0 : shared[f]![c]! / all;
  };
  const isUnseen = sum(before) === 0;
  const weights = former.map((_, f) =>
    now.map((_, c) => jaccard(f, c) + (isUnseen ? 1 : 1e-6) / (1 + distance[f]![c]!)),
  );
  const isMatch = (f: number, c: number): boolean => (isUnseen ? distance[f]![c]! <= near : jaccard(f, c) >= alike);
  const clusterOf = bestPairs(weights).map((c, f) => (c !== null && isMatch(f, c) ? c : null));
  let last = Math.max(lastId, ...former.map(({ segment }) => segmentNumber(segment)));
  const ids = now.map((_, c) => former[clusterOf.indexOf(c)]?.segment ?? `s${++last}`);

  const fates = former.map(({ segment }, f): SegmentChange => {
    const c = clusterOf[f] ?? null;
    if (c !== null) return { segment, event: 'kept', other: null, share: jaccard(f, c) };
    return passage(segment, shared[f]!, ids, ['merged', 'retired', 'emptied']);
  });
  const codes = former.map(({ segment }) => segment);
  const births = ids.flatMap((segment, c) => {
    if (clusterOf.includes(c)) return [];
    const from = shared.map((row) => row[c]!);
    return [passage(segment, from, codes, ['split', 'new', 'fresh'])];
  });
  return { ids, events: [...fates, ...births] };
}

type Event = SegmentChange['event'];

/** What to call the passage of customers between a segment and those of another night: most of one, of several, of nobody. */
function passage(
  segment: string,
  customers: readonly number[],
  others: readonly string[],
  [one, several, nobody]: readonly [Event, Event, Event],
): SegmentChange {
  const all = sum(customers);
  if (all === 0) return { segment, event: nobody, other: null, share: null };
  const main = customers.indexOf(Math.max(...customers));
  const share = customers[main]! / all;
  return share > most
    ? { segment, event: one, other: others[main]!, share }
    : { segment, event: several, other: null, share: null };
}
