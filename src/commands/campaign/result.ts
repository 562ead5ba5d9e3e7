import { ConfigError } from '../../errors.ts';
import type { Effects } from '../effects.ts';
import type { ReadingOptions } from '../files/data-file.ts';
import type { ExperimentOptions } from './experiment.ts';

/** Options of `bezero campaign result`. */
export interface ResultOptions extends ReadingOptions, Partial<Omit<ExperimentOptions, 'file'>> {
  /** A campaign of the release, or with `arm` a file; left out: all campaigns. */
  readonly subject?: string;
  readonly store?: string;
  readonly json: boolean;
}

/** What a campaign, or any experiment in a file, brought against its control group. */
export async function campaignResult(options: ResultOptions, effects: Effects): Promise<void> {
  const { subject, arm, control, store, json, ...asked } = options;
  if (arm === undefined && control === undefined) {
    const ofFile = (['outcome', 'amount', 'by'] as const).find((one) => asked[one] !== undefined);
    if (ofFile !== undefined)
      throw new ConfigError(`--${ofFile} speaks of a FILE of an experiment: name its arms with --arm and --control`);
    const { releaseResult } = await import('./release-result.ts');
    return releaseResult(
      { ...(subject === undefined ? {} : { name: subject }), ...(store === undefined ? {} : { store }), json },
      effects,
    );
  }
  if (subject === undefined || arm === undefined || control === undefined)
    throw new ConfigError('an experiment needs a FILE, --arm (a column) and --control (a value in it)');
  if (store !== undefined) throw new ConfigError('FILE and --store must not be given together; name one of them');
  const { readExperiment } = await import('./experiment.ts');
  const { experimentLines, mismatchOf } = await import('./experiment-lines.ts');
  const found = await readExperiment({ ...asked, file: subject, arm, control }, effects);
  const mismatch = mismatchOf(found);
  if (mismatch !== null) effects.warn(mismatch);
  if (json) {
    effects.print(JSON.stringify(found));
    return;
  }
  const style = { width: effects.stdout.columns, colors: effects.colors };
  for (const line of experimentLines(found, style)) effects.print(line);
}
