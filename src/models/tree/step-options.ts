import { z } from 'zod';
import { refitOptions } from '../refit-options.ts';
import { treeOptions } from './options.ts';

/** What the `tree` step takes: every row counts once, and its part of the cross-validation follows from its id. */
export const treeStepOptions = treeOptions.omit({ fold: true, weight: true }).extend({
  prospects: z
    .boolean()
    .default(false)
    .describe(
      'say which segment each prospect will most likely join; name only features that are known before a purchase',
    ),
  ...refitOptions,
});
