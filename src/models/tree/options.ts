import { z } from 'zod';
import { featureList } from '../feature-list.ts';

const shareOf = z.record(z.string(), z.number().positive());

/** What a classification tree takes. The defaults of growth are those of R's rpart. */
export const treeOptions = z.strictObject({
  class: z
    .string()
    .min(1)
    .default('segment')
    .describe('what is told apart: segment (of kmeans), rfm_segment, or a column of the table'),
  features: featureList.describe(
    'columns, category_share:NAME, channel_share:NAME, attribute:NAME; text and yes/no are split by level',
  ),
  criterion: z.enum(['gini', 'entropy']).default('gini').describe('what a split makes smaller'),
  priors: z
    .union([z.enum(['size', 'equal']), shareOf], 'must be size, equal or a mapping of every class to its probability')
    .default('size')
    .describe('prior probabilities of the classes'),
  class_weights: shareOf.default({}).describe('how often a row of a class counts; 1 where not named'),
  costs: z
    .record(z.string(), z.record(z.string(), z.number().min(0)))
    .default({})
    .describe('what it costs to put a row of a class (first name) into another (second name); 1 where not named'),
  min_split: z.number().int().min(2).default(20).describe('fewest rows of a node that is split'),
  min_leaf: z.number().int().min(1).default(7).describe('fewest rows of a leaf'),
  depth: z.number().int().min(0).max(30).default(30).describe('most splits from the root to a leaf'),
  cp: z
    .number()
    .min(0)
    .max(1)
    .default(0.01)
    .describe('complexity: a split must lower the error by this share of that of the root'),
  prune: z
    .enum(['cp', 'cv', 'cv_min'])
    .default('cp')
    .describe(
      'cut back to cp, or by cross-validation: the smallest tree within one standard error of the best, or the best',
    ),
  folds: z
    .number()
    .int()
    .min(0)
    .max(20)
    .refine((folds) => folds !== 1, 'must be 0 or from 2 to 20')
    .default(10)
    .describe('parts of the cross-validation; 0: none'),
  fold: z.string().min(1).optional().describe('a column with the part of each row, instead of parts by its key'),
  weight: z.string().min(1).optional().describe('a column of whole numbers: how many rows each row stands for'),
});

/** Resolved options of a classification tree. */
export type TreeOptions = z.infer<typeof treeOptions>;
