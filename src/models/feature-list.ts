import { z } from 'zod';
import { parseFeature } from '../text/feature.ts';

const drawsSome = (text: string): boolean => {
  const { winsorise } = parseFeature(text);
  return winsorise === null || (winsorise > 0 && winsorise < 0.5);
};

const drawsFirst = (text: string): boolean => !/^winsorise\(\s*(log1p|signed_log)\(/.test(text.trim());

/** A list of features in the options of a model. */
export const featureList = z
  .array(
    z
      .string()
      .min(1)
      .refine(drawsSome, 'must draw in a share above 0 and below 0.5 at each end, like winsorise(monetary, 0.01)')
      .refine(drawsFirst, 'must draw in first and take the logarithm then: log1p(winsorise(COLUMN))'),
  )
  .min(1)
  .max(60)
  .refine((list) => new Set(list.map((text) => text.trim())).size === list.length, 'must not name a feature twice');
