import { z } from 'zod';
import { limit } from '../limit.ts';

const severities = ['ignore', 'warn', 'error'] as const;

/** What is done about a finding: nothing, a warning, or the run stops and publishes nothing. */
export type Severity = (typeof severities)[number];

const severity = z.enum(severities);

const days = z.number().int().positive();

/** What of a source is held against what it delivered before. */
export const watchSpec = {
  volume: z
    .strictObject({
      min: limit.default('50%').describe('fewest records of a file: a number, or a percentage of the usual ones'),
      max: limit.default('400%').describe('most records of a file: a number, or a percentage of the usual ones'),
      severity: severity
        .optional()
        .describe(
          'ignore, warn, or error: the run stops. Left out: warn; error where a snapshot has too few records: those it lacks would be taken for gone',
        ),
    })
    .prefault({})
    .describe(
      'how many records a new file must have, beside the last 28 of its source; of a snapshot, beside the one before. Files that are added are judged from the eighth on',
    ),
  freshness: z
    .strictObject({
      warn_after_days: days
        .optional()
        .describe('a warning where the newest record is older than that, or there is none'),
      error_after_days: days
        .optional()
        .describe('the run stops where the newest record is older than that, or there is none'),
      severity: severity
        .default('warn')
        .describe('ignore, warn or error: of the rule where neither number of days is given'),
    })
    .prefault({})
    .describe(
      'how old the newest purchase, contact or return may be as of the as-of day; of lists without such days, the newest file. Left out: twice the longest pause of the last year, and two days at least',
    ),
  unit_change: severity
    .default('error')
    .describe(
      'a column of amounts or quantities that comes in another unit, such as cents: ignore, warn, or error (where left out): the run stops',
    ),
};
