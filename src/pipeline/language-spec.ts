import { z } from 'zod';
import { isLocale } from '../text/decimal-mark.ts';
import { isSpoken, spokenLanguages } from '../text/messages.ts';

/** A language that a release can speak; its region says how figures are written. */
export const languageSpec = z
  .string()
  .refine(
    (tag) => isLocale(tag) && isSpoken(tag),
    `must be one of ${spokenLanguages.join(', ')}, or one of these with a region like es-MX`,
  );
