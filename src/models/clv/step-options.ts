import { z } from 'zod';
import { refitOptions } from '../refit-options.ts';
import { clvOptions } from './options.ts';
import { musts, readDiscount, readHoldout, readLength, readMargin } from './written.ts';

/** An option that is written as a text; a number is one without a unit. */
const written = <T>(read: (text: string) => T | null, must: string) =>
  z.union([z.string(), z.number()]).transform((text, context): T => {
    const value = read(String(text));
    if (value !== null) return value;
    context.addIssue(must);
    return z.NEVER;
  });

/** What the `clv` step takes: the options of a fit, lengths of time and rates as people write them. */
export const clvStepOptions = clvOptions.extend({
  model: clvOptions.shape.model
    .unwrap()
    .default('mbgnbd')
    .describe('how purchases come and end; of mbgnbd, who bought once may have gone, too'),
  horizon: written(readLength, musts.horizon).prefault('12 months').describe('how far value is foretold'),
  discount: written(readDiscount, musts.discount)
    .pipe(clvOptions.shape.discount.unwrap())
    .prefault('10% per year')
    .describe('what money loses by coming later: 10% per year, 1% per month, or 0'),
  margin: written(readMargin, musts.margin)
    .optional()
    .describe('share of the spend that is left, like 30%; left out: by the costs that are known'),
  holdout: written(readHoldout, musts.holdout)
    .prefault('auto')
    .describe(
      'the last days, which a first fit does not see: 39w, 90d, or the last day that is learnt from; auto: as long as the horizon, at most half of the history; none',
    ),
  ...refitOptions,
});
