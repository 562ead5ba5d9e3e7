import { refitOptions } from '../refit-options.ts';
import { basketOptions } from './options.ts';

/** What the `basket` step takes: rules stay short, so that people read them. */
export const basketStepOptions = basketOptions.extend({
  max_length: basketOptions.shape.max_length.unwrap().default(3).describe('most goods of a rule, both sides together'),
  ...refitOptions,
});
