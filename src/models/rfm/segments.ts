import { evenPlace, levelAt } from './place.ts';

/**
 * The ten RFM segments, and which cells of the 5 × 5 grid belong to each: level of recency, then level of frequency and
 * monetary value together (their mean, halves up). Names, and the reading of F and M as one, are those of Putler's RFM
 * chart (putler.com, "RFM analysis"); its areas overlap, so the cells are those of the `seg_map` of ten disjoint
 * segments that Python tutorials share, which covers all 25.
 */
export const rfmSegments = [
  { segment: 'Champions', cells: ['54', '55'] },
  { segment: 'Loyal', cells: ['34', '35', '44', '45'] },
  { segment: 'Potential loyalists', cells: ['42', '43', '52', '53'] },
  { segment: 'New customers', cells: ['51'] },
  { segment: 'Promising', cells: ['41'] },
  { segment: 'Need attention', cells: ['33'] },
  { segment: 'About to sleep', cells: ['31', '32'] },
  { segment: 'At risk', cells: ['13', '14', '23', '24'] },
  { segment: "Can't lose them", cells: ['15', '25'] },
  { segment: 'Hibernating', cells: ['11', '12', '21', '22'] },
] as const;

/** The name of an RFM segment. */
export type RfmSegment = (typeof rfmSegments)[number]['segment'];

/**
 * The level 1 … 5 of a score 1 … bins: the ends are the ends, the others spread evenly between them; a single bin is
 * the middle.
 */
export const levelOf = (score: number, bins: number): number => levelAt(evenPlace(score, bins));

/** The segment of a customer with these levels. */
export function segmentOf(recency: number, frequency: number, monetary: number): RfmSegment {
  const cell = `${recency}${Math.floor((frequency + monetary + 1) / 2)}`;
  return rfmSegments.find(({ cells }) => (cells as readonly string[]).includes(cell))!.segment;
}
