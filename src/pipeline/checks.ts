import type { z } from 'zod';
import { nearest } from '../text/nearest.ts';
import { canonicalTables, tableNames, type TableName } from '../sources/tables.ts';

/*
 * Rules between values of the pipeline file. They look at what is written, whatever it is, so that they are told together with the
 * problems of single values.
 */

/** Makes a rule run even where single values are wrong. */
export const always = { when: () => true };

type Context = z.core.$RefinementCtx;

type Mapping = Readonly<Record<string, unknown>>;

const asMapping = (value: unknown): Mapping | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Mapping) : null;

/** Steps name each model once, and those that explain classes come with a model that makes them. */
export function checkSteps(written: unknown, context: Context): void {
  const steps = Array.isArray(written) ? written.map((step: unknown) => asMapping(step) ?? {}) : [];
  const names = steps.map((step) => Object.keys(step)[0] ?? '');
  const problem = (at: number, message: string): void => {
    context.addIssue({ code: 'custom', path: [at], message });
  };
  names.forEach((model, i) => {
    if (model !== '' && names.indexOf(model) < i) problem(i, `must not fit ${model} again: a model is fitted once`);
  });
  for (const model of ['discriminant', 'tree']) {
    const at = names.indexOf(model);
    const classes = asMapping(steps[at]?.[model])?.['class'] ?? 'segment';
    const maker = classes === 'segment' ? 'kmeans' : classes === 'rfm_segment' ? 'rfm' : null;
    if (at >= 0 && maker !== null && !names.includes(maker)) {
      problem(at, `must come with a step ${maker}, which makes the classes that it tells apart`);
    }
  }
}

/** No origin can be paid for and comes by itself. */
export function checkOrigins(written: unknown, context: Context): void {
  const { paid, organic } = asMapping(written) ?? {};
  if (!Array.isArray(paid) || !Array.isArray(organic)) return;
  organic.forEach((origin: unknown, i) => {
    if (paid.includes(origin))
      context.addIssue({ code: 'custom', path: ['organic', i], message: 'must not be among paid too' });
  });
}

/** A source maps a table or more, and each mapping gives what its table cannot do without. */
export function checkSource(written: unknown, context: Context): void {
  const source = asMapping(written);
  const tables = asMapping(source?.['tables']);
  if (!source || !tables) return;
  const problem = (path: string[], message: string): void => {
    context.addIssue({ code: 'custom', path, message });
  };
  if (Object.keys(tables).length === 0) problem(['tables'], `must map one or more of ${tableNames.join(', ')}`);
  for (const table of tableNames) {
    const mapping = asMapping(tables[table]);
    if (!mapping) continue;
    for (const column of missingColumns(table, mapping, source['missing_customer'] === 'anonymous')) {
      const path = ['tables', table, column];
      context.addIssue({ code: 'invalid_type', expected: 'string', path, input: undefined, message: '' });
    }
    if (table === 'purchases' && !('unit_price' in mapping) && !('amount' in mapping)) {
      problem(['tables', table], 'must give unit_price or amount');
    }
  }
  if ((source['decimal_mark'] ?? '.') === source['thousands_mark'])
    problem(['thousands_mark'], 'must differ from decimal_mark');
}

const missingColumns = (table: TableName, mapping: Mapping, anonymous: boolean): string[] =>
  Object.entries(canonicalTables[table].columns)
    .filter(([column, { required }]) => required === true && !(column in mapping))
    .map(([column]) => column)
    .filter((column) => !(anonymous && table === 'purchases' && column === 'customer_id'));

/** A campaign names an audience that there is, and ends after it starts. */
export function checkCampaigns(written: unknown, context: Context): void {
  const pipeline = asMapping(written);
  const audiences = Object.keys(asMapping(pipeline?.['audiences']) ?? {});
  for (const [name, campaign] of Object.entries(asMapping(pipeline?.['campaigns']) ?? {})) {
    const { audience, starts_on: start, ends_on: end } = asMapping(campaign) ?? {};
    const problem = (key: string, message: string): void => {
      context.addIssue({ code: 'custom', path: ['campaigns', name, key], message });
    };
    if (typeof audience === 'string' && !audiences.includes(audience)) {
      const near = nearest(audience, audiences);
      problem('audience', `must be one of audiences${near === null ? '' : `; did you mean ${near}?`}`);
    }
    if (typeof start === 'string' && typeof end === 'string' && end < start)
      problem('ends_on', 'must not lie before starts_on');
  }
}
