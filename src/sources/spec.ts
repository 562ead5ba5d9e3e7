import { z } from 'zod';
import { nameProblem } from '../text/name-rule.ts';
import { nearest } from '../text/nearest.ts';
import { limit } from './limit.ts';
import { canonicalTables, tableNames, type TableName } from './tables.ts';
import { watchSpec } from './watch/spec.ts';

/** Does a word name something: asked of a constructor that throws where it does not. */
const accepts = (ask: () => unknown): boolean => {
  try {
    ask();
    return true;
  } catch {
    return false;
  }
};

/** A time zone of the IANA data base; offsets and abbreviations of one country are none. */
export const timeZone = z
  .string()
  .refine((zone) => /^[A-Z]/.test(zone) && accepts(() => new Intl.DateTimeFormat('en', { timeZone: zone })), {
    error: ({ input }) =>
      `must be an IANA time zone like ${nearest(String(input), Intl.supportedValuesOf('timeZone')) ?? 'Europe/Madrid'}`,
  });

const encoding = z
  .string()
  .refine((label) => accepts(() => new TextDecoder(label)), 'must be an encoding like utf-8, windows-1252 or utf-16le');

/** What reports and files call something. */
export const shownName = z
  .string()
  .min(1)
  .superRefine((name, context) => {
    const message = nameProblem(name);
    if (message !== null) context.addIssue({ code: 'custom', message });
  });

const mapping = (table: TableName): z.ZodType<Record<string, string>> => {
  const { columns, meaning } = canonicalTables[table];
  const entries = Object.entries(columns).map(([column, { meaning }]) => [
    column,
    z.string().min(1).optional().describe(meaning),
  ]);
  return z
    .strictObject({
      ...Object.fromEntries(entries),
      ...(table === 'customers'
        ? {
            attributes: z
              .record(shownName, z.string())
              .optional()
              .describe(
                'further columns to keep, in warehouse.customer_attribute: name: header or expression; models take them as ' +
                  'features attribute:NAME',
              ),
          }
        : {}),
    })
    .describe(meaning) as unknown as z.ZodType<Record<string, string>>;
};

const tables = Object.fromEntries(
  tableNames.map((table) => [
    table,
    z
      .union([mapping(table), z.literal('same')])
      .optional()
      .describe(`${canonicalTables[table].meaning}; "same" = the headers are the column names`),
  ]),
) as Record<TableName, z.ZodOptional<z.ZodUnion<[z.ZodType<Record<string, string>>, z.ZodLiteral<'same'>]>>>;

/** One source of the pipeline: files of one shape, and how they become canonical tables. */
export const sourceSpec = z.strictObject({
  files: z
    .union([z.string(), z.array(z.string()).min(1)])
    .describe('a file, several, or a glob; relative to the pipeline file'),
  format: z.enum(['csv', 'parquet', 'jsonl']).optional().describe('left out: by the ending of the file'),
  tables: z.strictObject(tables).describe('canonical column: header of the file, or a SQL expression over its headers'),
  types: z
    .record(z.string(), z.enum(['text', 'number', 'date']))
    .optional()
    .describe('types of headers inside expressions; left out: numbers where the column is a number, else text'),
  optional: z.boolean().default(false).describe('no file is no error'),
  header: z.boolean().default(true).describe('false: the file has none; columns are called c1, c2, …'),
  delimiter: z.string().min(1).max(4).default(',').describe('between fields; "\\t" for tabs'),
  quote: z.string().length(1).default('"').describe('around fields'),
  encoding: encoding
    .default('utf-8')
    .describe('any label of the WHATWG encoding standard: utf-8, utf-16le, windows-1252, windows-1255 …'),
  decimal_mark: z.enum(['.', ',']).default('.').describe('between whole and decimals'),
  thousands_mark: z.enum(['', '.', ',', ' ', '\u00a0', '\u202f', "'"]).default('').describe('between thousands'),
  date_format: z.string().optional().describe('strptime format, like %d/%m/%Y; left out: ISO 8601'),
  time_zone: timeZone.optional().describe('zone of times without one; left out: the zone of the pipeline'),
  nulls: z.array(z.string()).default(['']).describe('texts that mean: no value'),
  mode: z
    .enum(['delta', 'snapshot'])
    .default('delta')
    .describe('snapshot: each file is the whole; the last by name counts, and rows no longer in it are removed'),
  missing_customer: z.enum(['reject', 'anonymous']).default('reject').describe('purchases without customer_id'),
  unknown_customer: z
    .enum(['accept', 'reject', 'anonymous'])
    .default('accept')
    .describe('a customer_id that no customers table lists'),
  updated_at: z
    .string()
    .optional()
    .describe('header or expression: of two different rows with one key in one file, the later wins'),
  max_rejected: limit
    .default('1%')
    .describe('how many records may be rejected before the run stops: a number or a percentage of the records'),
  ...watchSpec,
  expect: z
    .strictObject({
      records: z.number().int().optional(),
      orders: z.number().int().optional(),
      customers: z.number().int().optional(),
      lines: z.number().int().optional(),
      net_amount: z.number().optional(),
    })
    .optional()
    .describe('control totals: what the shop says this source holds; the run stops where it differs'),
});

/** A source as the loader takes it: defaults filled in. */
export type SourceSpec = z.infer<typeof sourceSpec>;
