import { z } from 'zod';

/** How a value is bent before it is used: `log1p` ln(1 + x), x > −1 · `signed_log` sign(x)·ln(1 + |x|). */
export type Transform = 'none' | 'log1p' | 'signed_log';

/**
 * Where a feature comes from: a column of the customer table, a share of the purchases by category or by channel, or a further
 * attribute that a source keeps of its customers.
 */
export type FeatureSource =
  | { readonly kind: 'column'; readonly column: string }
  | { readonly kind: 'share'; readonly of: 'category' | 'channel'; readonly value: string }
  | { readonly kind: 'attribute'; readonly attribute: string };

/** A feature as the user wrote it: `recency_days`, `log1p(winsorise(monetary, 0.05))`, `category_share:Toys`, `attribute:tariff`. */
export interface Feature {
  readonly text: string;
  /** The share of the customers at each end whose values are drawn in before anything else; null: none. */
  readonly winsorise: number | null;
  readonly transform: Transform;
  readonly source: FeatureSource;
}

/** The share at each end that `winsorise(…)` takes where none is written. */
const usualShare = 0.01;

/** Reads what stands inside the transforms: `category_share:NAME`, `channel_share:NAME`, `attribute:NAME`, or the name of a column. */
export function parseSource(text: string): FeatureSource {
  const share = /^(category|channel)_share:(.+)$/.exec(text);
  if (share) return { kind: 'share', of: share[1] as 'category' | 'channel', value: share[2]!.trim() };
  const attribute = /^attribute:(.+)$/.exec(text)?.[1]?.trim();
  return attribute === undefined ? { kind: 'column', column: text } : { kind: 'attribute', attribute };
}

/**
 * Reads a feature: `[log1p|signed_log](winsorise(SOURCE[, SHARE]))`, each part of it or none. Anything that is no
 * transform, no share and no attribute is the name of a column.
 */
export function parseFeature(text: string): Feature {
  const bent = /^(log1p|signed_log)\((.+)\)$/.exec(text.trim());
  const inner = (bent?.[2] ?? text).trim();
  const drawn = /^winsorise\((.+?)(?:,\s*([0-9.]+)\s*)?\)$/.exec(inner);
  return {
    text: text.trim(),
    winsorise: drawn ? Number(drawn[2] ?? usualShare) : null,
    transform: (bent?.[1] ?? 'none') as Transform,
    source: parseSource((drawn?.[1] ?? inner).trim()),
  };
}

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
