import { ConfigError, listProblems } from '../../errors.ts';
import { rfmMeasures } from '../../models/rfm/fitted.ts';
import { rfmOptions, type RfmOptions } from '../../models/rfm/options.ts';

/** The options of RFM as the command line has them. */
export interface RfmFlags {
  readonly bins?: string;
  readonly nested?: true;
  /** What recency, frequency and monetary value count: `2,1,1`. */
  readonly weights?: string;
}

function readWeights(text: string): Record<string, number> {
  const numbers = text.split(',').map((part) => Number(part.trim() || 'none'));
  if (numbers.length !== rfmMeasures.length || !numbers.every(Number.isFinite))
    throw new ConfigError(
      `--weights must be three numbers, of recency, frequency and monetary value, like 2,1,1, got "${text}"`,
    );
  return Object.fromEntries(rfmMeasures.map((measure, i) => [measure, numbers[i]!]));
}

/** Reads the options of RFM; throws `ConfigError` in the words of the command line. */
export function readRfmOptions({ bins, nested, weights }: RfmFlags): RfmOptions {
  const read = rfmOptions.safeParse({
    ...(bins === undefined ? {} : { bins: /^\d+$/.test(bins) ? Number(bins) : bins }),
    ...(nested === true ? { binning: 'nested' } : {}),
    ...(weights === undefined ? {} : { weights: readWeights(weights) }),
  });
  if (read.success) return read.data;
  const problems = read.error.issues.map(({ path, message }) =>
    path[0] === 'bins'
      ? `--bins must be a whole number from 2 to 10, got "${bins!}"`
      : `--weights must be numbers from 0 to 100, and not all 0, got "${weights!}"${path.length > 1 ? ` (${message})` : ''}`,
  );
  throw new ConfigError(listProblems([...new Set(problems)]));
}
