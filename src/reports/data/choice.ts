import { z } from 'zod';

/** What is known of one k; all figures but k are of the sample. */
const judged = z.object({
  k: z.number(),
  /** Share of the customers in the smallest segment, 0 … 1. */
  smallestShare: z.number(),
  silhouette: z.number(),
  /** Null: it has no value. */
  calinskiHarabasz: z.number().nullable(),
  daviesBouldin: z.number().nullable(),
  gap: z.number().nullable(),
  gapError: z.number().nullable(),
  /** Median adjusted Rand index with the partitions of the resamples. */
  rand: z.number(),
  /** By segment: how well the resamples find it again, 0 … 1. */
  jaccard: z.array(z.number()).readonly(),
  largeEnough: z.boolean(),
  stable: z.boolean(),
  /** Both: it can be chosen. */
  admissible: z.boolean(),
});

/** The number in use against the others, at the last refit. */
const contest = z.object({
  incumbent: z.number(),
  /** In how many refits in a row another must be better. */
  needed: z.number(),
  /** By how much of the silhouette. */
  margin: z.number(),
  /** Why the number in use cannot stay; null: it can. */
  lost: z
    .discriminatedUnion('code', [
      z.object({ code: z.literal('outOfRange'), from: z.number(), to: z.number() }),
      z.object({ code: z.literal('tooFewRows') }),
      z.object({ code: z.literal('smallSegment') }),
    ])
    .nullable(),
  /** By k: in how many refits in a row it was better. */
  challengers: z.array(z.object({ k: z.number(), refits: z.number() })).readonly(),
});

const schema = z.object({
  from: z.number(),
  to: z.number(),
  chosen: z.number(),
  ruled: z.number().optional(),
  rule: z.string(),
  /** Customers that the criteria are of. */
  sample: z.number(),
  /** Share that every segment must have. */
  smallestShare: z.number(),
  /** By k, upwards. */
  criteria: z.array(judged).readonly(),
  /** Null or left out: no number was in use before. */
  contest: contest.nullish().catch(null),
});

/** What is known of one number of segments. */
export type JudgedK = Readonly<z.infer<typeof judged>>;

/** How the number of segments was chosen, as a fitted k-means holds it; anything else in it is passed over. */
export type KChoice = Readonly<z.infer<typeof schema>>;

/** Reads the choice out of the JSON of a fitted k-means; null where k was given. */
export const parseChoice = (fitted: unknown): KChoice | null =>
  z.object({ choice: schema.nullable().catch(null) }).safeParse(fitted).data?.choice ?? null;

/** How well the resamples find the segment again that they find least. */
export const leastJaccard = ({ jaccard }: JudgedK): number => Math.min(...jaccard);

/** What the rule alone would choose; models of before do not tell, and had no k that stays. */
export const ruledK = ({ criteria, ruled, chosen }: KChoice): JudgedK | undefined =>
  criteria.find(({ k }) => k === (ruled ?? chosen));
