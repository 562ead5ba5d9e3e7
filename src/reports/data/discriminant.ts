import { z } from 'zod';

/** What the report shows of a fitted linear discriminant analysis, as `models.fitted` holds it; anything else in it is passed over. */
const fitted = z.object({
  customers: z.number(),
  overall: z.object({ wilks: z.number(), f: z.number(), df1: z.number(), df2: z.number(), p: z.number() }),
  predictors: z.array(z.object({ predictor: z.string() })),
  classes: z.array(z.object({ class: z.string(), customers: z.number(), centroid: z.array(z.number()) })),
  functions: z.array(
    z.object({
      eigenvalue: z.number(),
      variance: z.number(),
      canonicalCorrelation: z.number(),
      test: z.object({ wilks: z.number(), p: z.number() }),
      structure: z.array(z.number()),
    }),
  ),
  crossValidated: z.object({
    classes: z.array(z.string()),
    counts: z.array(z.array(z.number())),
    total: z.number(),
    hitRatio: z.number(),
    folds: z.number().nullable(),
  }),
  chance: z.object({ maximum: z.number(), proportional: z.number() }),
});

/** A linear discriminant analysis as the report shows it. */
export interface Discriminant {
  readonly customers: number;
  readonly overall: {
    readonly wilks: number;
    readonly f: number;
    readonly df1: number;
    readonly df2: number;
    readonly p: number;
  };
  readonly functions: readonly CanonicalFunction[];
  /** Correlation of each attribute with each function within segments. */
  readonly structure: readonly AttributeLoadings[];
  readonly centroids: readonly { readonly segment: string; readonly scores: readonly number[] }[];
  /** Cross-validated: rows are the own segments, columns the likeliest ones. */
  readonly table: { readonly segments: readonly string[]; readonly counts: readonly (readonly number[])[] };
  /** Cross-validated: the share of customers whose own segment is the likeliest. */
  readonly hitRatio: number;
  /** Null: each customer was judged by a fit of all others. */
  readonly folds: number | null;
  /** Hit ratio of putting everyone into the largest segment, and of guessing by the sizes of the segments. */
  readonly chance: { readonly maximum: number; readonly proportional: number };
}

/** An attribute and its correlations with the functions. */
export interface AttributeLoadings {
  readonly predictor: string;
  /** By function. */
  readonly loadings: readonly number[];
}

/** A canonical discriminant function: a weighted sum of the attributes. */
export interface CanonicalFunction {
  readonly eigenvalue: number;
  /** Of the sum of the eigenvalues. */
  readonly share: number;
  readonly correlation: number;
  /** Of this function and all after it. */
  readonly wilks: number;
  readonly p: number;
}

/** Reads the JSON of a fitted discriminant analysis; throws where it is not one. */
export function parseDiscriminant(json: unknown): Discriminant {
  const model = fitted.parse(json);
  const { crossValidated, chance } = model;
  return {
    customers: model.customers,
    overall: model.overall,
    functions: model.functions.map(({ eigenvalue, variance, canonicalCorrelation, test }) => ({
      eigenvalue,
      share: variance,
      correlation: canonicalCorrelation,
      wilks: test.wilks,
      p: test.p,
    })),
    structure: model.predictors.map(({ predictor }, i) => ({
      predictor,
      loadings: model.functions.map(({ structure }) => structure[i] ?? 0),
    })),
    centroids: model.classes.map((one) => ({ segment: one.class, scores: one.centroid })),
    table: { segments: crossValidated.classes, counts: crossValidated.counts },
    hitRatio: crossValidated.hitRatio,
    folds: crossValidated.folds,
    chance,
  };
}
