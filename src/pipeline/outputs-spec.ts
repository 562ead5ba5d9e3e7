import { z } from 'zod';
import { targets } from '../exports/platform.ts';
import { relationsOf } from '../sql/relation.ts';
import { isLocale } from '../text/decimal-mark.ts';
import { languageSpec } from './language-spec.ts';
import { nearest } from '../text/nearest.ts';

const locale = z.string().refine(isLocale, 'must be a language tag like es-ES');

const segmentProfiles = z.strictObject({
  people: z
    .union([
      z.boolean(),
      z.strictObject({
        locale: locale
          .optional()
          .describe('how numbers are written; fields are separated by semicolons where decimals have commas'),
      }),
    ])
    .default(true)
    .describe('segments/*.csv, for spreadsheets: true, false or {locale: es-ES}'),
  machine: z.boolean().default(false).describe('machine/*.csv, for programs: every value as it is'),
  platform: z
    .array(
      z.enum(targets, {
        error: ({ input }) =>
          input === 'ads' ? 'must be google or meta: each takes addresses and numbers in a form of its own' : undefined,
      }),
    )
    .min(1)
    .optional()
    .describe(
      'platform/*.csv, to upload: files of those who can be reached by email, phone, sms or post, or matched by google (Customer Match) or meta (Custom Audiences)',
    ),
  changes: z
    .boolean()
    .default(true)
    .describe('changes/*.csv beside them: who entered and who left each segment and audience since the release before'),
});

const martNames = (): string[] => relationsOf('marts').map(({ id }) => id.slice('marts.'.length));

const mart = z.string().refine((name) => martNames().includes(name), {
  error: ({ input }) => {
    const meant = nearest(String(input), martNames());
    return `must be a table of marts${meant === null ? ' like segment_size' : `; did you mean ${meant}?`}`;
  },
});

const marts = z.union([z.boolean(), z.literal('all'), z.array(mart).min(1)]);

/** Which files a release has, as it is written. */
export const outputsSpec = z.strictObject({
  segments: z
    .union([z.boolean(), segmentProfiles])
    .default(true)
    .describe('segments/*.csv: one file a segment and audience, and one of all customers; or which profiles of them'),
  workbook: z
    .union([
      z.boolean(),
      z.strictObject({ language: languageSpec.optional().describe('of its reader; left out: that of the pipeline') }),
    ])
    .default(false)
    .describe(
      'segments.xlsx: a sheet for each segment, audience and campaign; or {language: he}, to be read from right to left',
    ),
  parquet: marts.default(true).describe('customers.parquet, for notebooks; or a list of tables of marts; or all'),
  arrow: marts.default(false).describe('customers.arrow; or a list of tables of marts; or all'),
  report: z.boolean().default(true).describe('report.html'),
  dictionary: z
    .boolean()
    .optional()
    .describe(
      'dictionary.html: what every table and column means, and the SQL that makes it; as the report is where left out',
    ),
});

/** The marts that a key asks for, by their names. */
export const martsOf = (written: z.infer<typeof marts>): readonly string[] =>
  written === 'all' ? martNames() : Array.isArray(written) ? written : written ? ['customer'] : [];
