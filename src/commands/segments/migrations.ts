import { ConfigError } from '../../errors.ts';
import type { Effects } from '../effects.ts';
import { segmentDays } from './days.ts';
import { findCode, withSegments } from './known.ts';
import { showMatrix } from './matrix.ts';
import { showMoved } from './moved.ts';
import { spanOf } from './span.ts';

/** Options of `bezero segments migrations`. */
export interface MigrationsOptions {
  /** Days; left out: the last run and the one before it. */
  readonly from?: string;
  readonly to?: string;
  /** Lists who entered this segment, or who left that. */
  readonly entered?: string;
  readonly left?: string;
  /** How many customers are listed. */
  readonly limit: number;
  /** File that all of them are written to. */
  readonly csv?: string;
  readonly store?: string;
  readonly json: boolean;
}

/** The matrix of who was where on two days, or the customers who entered a segment or left it in between. */
export async function segmentMigrations(options: MigrationsOptions, effects: Effects): Promise<void> {
  const { entered, left } = options;
  if (entered !== undefined && left !== undefined) throw new ConfigError('--entered or --left must be given, not both');
  const meant = entered ?? left;
  if (meant === undefined && options.csv !== undefined)
    throw new ConfigError('--csv must come with --entered or --left: it writes lists of customers');
  await withSegments(options, effects, async (of) => {
    const days = await segmentDays(of.engine);
    const span = spanOf(options, days, (sentence) => {
      effects.say(sentence);
    });
    if (meant === undefined) await showMatrix(of, { ...span, isLast: span.to === days.at(-1) }, options, effects);
    else {
      const segment = await findCode(of, meant);
      await showMoved(of, { ...span, segment, way: entered === undefined ? 'left' : 'entered' }, options, effects);
    }
  });
}
