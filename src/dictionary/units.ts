/** Names tell the unit of a number; money is what is left of decimals with four places. */
const rules: readonly (readonly [name: RegExp, unit: string])[] = [
  [/(^|_)quantity($|_)|^units$/, 'units of the product'],
  [/_days$|^age_days$/, 'days'],
  [/_years$/, 'years'],
  [/_seconds$/, 'seconds'],
  [/minutes$/, 'minutes'],
  [
    /_share$|_share_|^share|probability$|^p_alive$|^posterior$|_posterior$|^typicality$|^purity$|^support$|^coverage$|^chance$|_ratio$|^overdue$|^margin$/,
    '0 to 1',
  ],
  [/_purchases$/, 'purchases'],
  [/^percentile$/, 'percent'],
  [/^index$/, 'percent of the base'],
];

const isMoney = (type: string): boolean => /^DECIMAL\((18|38),\s*4\)$/i.test(type);

/** The unit of a column by its name and type; null: it has none. */
export function unitOf(name: string, type: string): string | null {
  if (!/INT|DOUBLE|DECIMAL/i.test(type)) return null;
  const [, unit] = rules.find(([pattern]) => pattern.test(name)) ?? [];
  return unit ?? (isMoney(type) ? 'currency' : null);
}
