/** A feature as the options of a model write it: `log1p(winsorise(monetary))`, `category_share:Toys`, `gender=female`, `attribute:tariff=gold`. */
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
  const bent = /^(?:log1p|signed_log)\((.+)\)$/s.exec(feature.trim());
  const inner = bent?.[1] ?? feature.trim();
  const drawn = (/^winsorise\((.+?)(?:,\s*[0-9.]+\s*)?\)$/s.exec(inner)?.[1] ?? inner).trim();
  const attribute = /^attribute:(.+)$/s.exec(drawn)?.[1];
  const plain = attribute ?? drawn;
  const share = attribute === undefined ? /^((?:category|channel)_share):(.+)$/s.exec(plain) : null;
  const level = share ? null : /^([^=]+)=(.*)$/s.exec(plain);
  const [, column = plain, value = null] = share ?? level ?? [];
  return {
    column: column.trim(),
    value: value?.trim() ?? null,
    isAttribute: attribute !== undefined,
    kind: share ? 'share' : level ? 'level' : 'column',
    bent: bent !== null,
  };
}

/** A feature as its values are in the unit of the column, neither bent nor winsorised: `log1p(monetary)` → `monetary`. */
export function plainFeature(feature: string): string {
  const { column, value, kind, isAttribute } = featureParts(feature);
  const named = isAttribute ? `attribute:${column}` : column;
  return value === null ? named : `${named}${kind === 'share' ? ':' : '='}${value}`;
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
