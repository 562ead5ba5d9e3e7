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
export type SegmentEvent =
  /** It is the cluster that shares most with it; `jaccard`: common members of all members of either. */
  | { readonly kind: 'kept'; readonly segment: string; readonly jaccard: number }
  /** Most of its customers are in another segment now. */
  | { readonly kind: 'merged'; readonly segment: string; readonly into: string; readonly share: number }
  /** It is gone, and its customers are here and there. */
  | { readonly kind: 'retired'; readonly segment: string }
  /** It is new, and most of its customers come from one segment, which goes on. */
  | { readonly kind: 'split'; readonly segment: string; readonly from: string; readonly share: number }
  /** It is new, and its customers come from here and there. */
  | { readonly kind: 'new'; readonly segment: string };

/** The ids of the clusters, and how they came about. */
export interface Identity {
  /** By cluster. */
  readonly ids: readonly string[];
  readonly events: readonly SegmentEvent[];
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

const numberOf = (segment: string): number => Number(segment.slice(1));

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
  let last = Math.max(lastId, ...former.map(({ segment }) => numberOf(segment)));
  const ids = now.map((_, c) => former[clusterOf.indexOf(c)]?.segment ?? `s${++last}`);

  const largest = (counts: readonly number[]): number => counts.indexOf(Math.max(...counts));
  const fates = former.map(({ segment }, f): SegmentEvent => {
    const c = clusterOf[f] ?? null;
    if (c !== null) return { kind: 'kept', segment, jaccard: jaccard(f, c) };
    const main = largest(shared[f]!);
    const share = before[f] === 0 ? 0 : shared[f]![main]! / before[f]!;
    return share > most ? { kind: 'merged', segment, into: ids[main]!, share } : { kind: 'retired', segment };
  });
  const births = now.flatMap((customers, c): SegmentEvent[] => {
    if (clusterOf.includes(c)) return [];
    const segment = ids[c]!;
    const main = largest(shared.map((row) => row[c]!));
    const share = customers === 0 ? 0 : shared[main]![c]! / customers;
    const goesOn = clusterOf[main] !== undefined && clusterOf[main] !== null;
    return [
      share > most && goesOn
        ? { kind: 'split', segment, from: former[main]!.segment, share }
        : { kind: 'new', segment },
    ];
  });
  return { ids, events: [...fates, ...births] };
}
