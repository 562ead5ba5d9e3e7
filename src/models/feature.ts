import { z } from 'zod';

/** How a value is bent before it is used: `log1p` ln(1 + x), x > −1 · `signed_log` sign(x)·ln(1 + |x|). */
export type Transform = 'none' | 'log1p' | 'signed_log';

/**
 * Where a feature comes from: a column of the customer table, or a share of the purchases by category or by channel.
 */
export type FeatureSource =
  | { readonly kind: 'column'; readonly column: string }
  | { readonly kind: 'share'; readonly of: 'category' | 'channel'; readonly value: string };

/** A feature as the user wrote it: `recency_days`, `log1p(monetary)`, `category_share:Toys`. */
export interface Feature {
  readonly text: string;
  readonly transform: Transform;
  readonly source: FeatureSource;
}

function parseSource(text: string): FeatureSource {
  const share = /^(category|channel)_share:(.+)$/.exec(text);
  return share
    ? { kind: 'share', of: share[1] as 'category' | 'channel', value: share[2]!.trim() }
    : { kind: 'column', column: text };
}

/** Reads a feature. Anything that is no transform and no share is the name of a column. */
export function parseFeature(text: string): Feature {
  const bent = /^(log1p|signed_log)\((.+)\)$/.exec(text.trim());
  const transform = (bent?.[1] ?? 'none') as Transform;
  return { text: text.trim(), transform, source: parseSource((bent?.[2] ?? text).trim()) };
}

/** A list of features in the options of a model. */
export const featureList = z
  .array(z.string().min(1))
  .min(1)
  .max(60)
  .refine((list) => new Set(list.map((text) => text.trim())).size === list.length, 'must not name a feature twice');
