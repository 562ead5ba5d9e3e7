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
  const share = /^(category|channel)_share:(.+)$/s.exec(text);
  if (share) return { kind: 'share', of: share[1] as 'category' | 'channel', value: share[2]!.trim() };
  const attribute = /^attribute:(.+)$/s.exec(text)?.[1]?.trim();
  return attribute === undefined ? { kind: 'column', column: text } : { kind: 'attribute', attribute };
}

/**
 * Reads a feature: `[log1p|signed_log](winsorise(SOURCE[, SHARE]))`, each part of it or none. Anything that is no
 * transform, no share and no attribute is the name of a column.
 */
export function parseFeature(text: string): Feature {
  const bent = /^(log1p|signed_log)\((.+)\)$/s.exec(text.trim());
  const inner = (bent?.[2] ?? text).trim();
  const drawn = /^winsorise\((.+?)(?:,\s*([0-9.]+)\s*)?\)$/s.exec(inner);
  return {
    text: text.trim(),
    winsorise: drawn ? Number(drawn[2] ?? usualShare) : null,
    transform: (bent?.[1] ?? 'none') as Transform,
    source: parseSource((drawn?.[1] ?? inner).trim()),
  };
}

/** A feature as a model has it, in parts for people: `log1p(winsorise(monetary))`, `category_share:Toys`, `gender=female`, `attribute:tariff=gold`. */
export interface FeatureParts {
  /** `monetary`, `category_share`, `gender` */
  readonly column: string;
  /** `Toys`, `female`; null: the column itself. */
  readonly value: string | null;
  readonly kind: 'column' | 'share' | 'level';
  /** The column is an attribute that a source keeps: it goes by its own name, whatever that is. */
  readonly isAttribute: boolean;
  /** A logarithm is taken. */
  readonly bent: boolean;
}

/** Takes a feature apart. */
export function featureParts(feature: string): FeatureParts {
  const { source, transform } = parseFeature(feature);
  const bent = transform !== 'none';
  if (source.kind === 'share')
    return { column: `${source.of}_share`, value: source.value, kind: 'share', isAttribute: false, bent };
  const isAttribute = source.kind === 'attribute';
  const plain = isAttribute ? source.attribute : source.column;
  const level = /^([^=]+)=(.*)$/s.exec(plain);
  const [, column = plain, value = null] = level ?? [];
  return { column: column.trim(), value: value?.trim() ?? null, kind: level ? 'level' : 'column', isAttribute, bent };
}

/** A feature as its values are in the unit of the column, neither bent nor winsorised: `log1p(monetary)` → `monetary`. */
export function plainFeature(feature: string): string {
  const { column, value, kind, isAttribute } = featureParts(feature);
  const named = isAttribute ? `attribute:${column}` : column;
  return value === null ? named : `${named}${kind === 'share' ? ':' : '='}${value}`;
}

/** Features by what their values are of: neither bent nor winsorised, where that tells them apart; else as they were written. */
export function valueNames(features: readonly string[]): Map<string, string> {
  const plain = features.map(plainFeature);
  const isOne = (name: string): boolean => plain.indexOf(name) === plain.lastIndexOf(name);
  return new Map(features.map((feature, i) => [feature, isOne(plain[i]!) ? plain[i]! : feature]));
}

/** What the values of a feature are. */
export type Unit = 'money' | 'share' | 'years' | 'number';

const units: Readonly<Record<string, Unit>> = {
  monetary: 'money',
  mean_order_value: 'money',
  contact_cost: 'money',
  cost_to_serve: 'money',
  profit: 'money',
  annual_income: 'money',
  discount_share: 'share',
  return_share: 'share',
  weekend_share: 'share',
  evening_share: 'share',
  favourite_category_share: 'share',
  age_years: 'years',
};

/** The unit of a feature; the mean of a level or of a share is one. */
export function unitOf(feature: string): Unit {
  const { column, kind, isAttribute } = featureParts(feature);
  if (kind !== 'column') return 'share';
  return !isAttribute && Object.hasOwn(units, column) ? units[column]! : 'number';
}
