import type { Profiles } from '../exports/segments.ts';
import { martsOf } from './outputs-spec.ts';
import type { PipelineSpec } from './schema.ts';

/** Which files a release has, in one form for what may be written in several. */
export interface Wanted {
  readonly segments: Profiles | null;
  /** Also who entered and who left. */
  readonly changes: boolean;
  /** The language of its reader. */
  readonly workbook: { readonly language?: string | undefined } | null;
  readonly parquet: readonly string[];
  readonly arrow: readonly string[];
  readonly report: boolean;
  /** Earlier versions did not keep it. */
  readonly dictionary?: boolean;
}

/** The files that a pipeline asks for; what people read is in its language where they say nothing else. */
export function wantedFiles({ language, outputs }: Pick<PipelineSpec, 'language' | 'outputs'>): Wanted {
  const { segments, workbook, parquet, arrow, report, dictionary = report } = outputs;
  const others = {
    workbook: workbook === false ? null : { language: (workbook !== true && workbook.language) || language },
    parquet: martsOf(parquet),
    arrow: martsOf(arrow),
    report,
    dictionary,
  };
  if (segments === false) return { segments: null, changes: false, ...others };
  if (segments === true) return { segments: { people: { locale: language, language } }, changes: true, ...others };
  const { people, machine, platform, changes } = segments;
  return {
    segments: {
      ...(people && { people: { locale: (people !== true && people.locale) || language, language } }),
      machine,
      ...(platform && { platform: { targets: platform } }),
    },
    changes,
    ...others,
  };
}
