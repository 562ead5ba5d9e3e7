import { DataError, listProblems } from '../../errors.ts';
import { inEnglish, type Remark } from '../../text/remark.ts';
import type { Severity } from './spec.ts';

/** Something about a delivery that is not as it was before. */
export interface Finding {
  readonly severity: Severity;
  readonly remark: Remark;
  /** The option that says what is done about it, `sources.shop.volume`. */
  readonly option: string;
  /** What to write where it is meant; left out: that the option is to change. */
  readonly meant?: string;
}

/**
 * Sorts what was found: the warnings are returned.
 *
 * @throws DataError with all that stops the run
 */
export function heed(findings: readonly Finding[]): Remark[] {
  const stops = findings.filter(({ severity }) => severity === 'error');
  if (stops.length > 0)
    throw new DataError(
      listProblems(
        stops.map(
          ({ remark, option, meant = `where it is right, change ${option} of the pipeline` }) =>
            `${inEnglish([remark])[0]!.replace(/(?<![?])$/, '.')} Correct the export; ${meant}`,
        ),
      ),
    );
  return findings.filter(({ severity }) => severity === 'warn').map(({ remark }) => remark);
}
