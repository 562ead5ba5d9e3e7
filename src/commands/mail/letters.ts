import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { BezeroError } from '../../errors.ts';
import { failureLetter, type Failure, type Place } from '../../mail/failure.ts';
import type { Letter } from '../../mail/letter.ts';
import { nothingNewLetter, successLetter } from '../../mail/success.ts';
import { dayIn } from '../../pipeline/as-of.ts';
import { readRunRecord } from '../../pipeline/record.ts';
import { currentRelease } from '../../pipeline/releases.ts';
import type { Pipeline } from '../../pipeline/spec.ts';
import { languageOf, type Messages } from '../../text/messages.ts';
import type { Effects } from '../effects.ts';
import { knownRemarks } from '../remarks.ts';
import type { Ran } from '../run.ts';
import type { Mailing } from './deliver.ts';
import { summarise } from './summarise.ts';
import { type Remark, sayRemark } from '../../text/remark.ts';

const textsOf = ({ language, currency }: Pipeline): Messages => languageOf(language, currency).t;

/** Remarks in the language of a pipeline; earlier versions kept none. */
const toldIn = (pipeline: Pipeline, remarks: readonly Remark[] | undefined): string[] | undefined =>
  remarks?.map((one) => sayRemark(textsOf(pipeline), one));

const titleOf = ({ company, name }: Pipeline): string => company ?? name;

/** Where people find the files, and on which machine. */
const placeOf = (pipeline: Pipeline, copyTo: string | undefined, effects: Effects) => ({
  folder: copyTo ?? join(pipeline.store, 'current'),
  host: effects.process.host,
});

/** The mail of a run that failed. */
export async function letterOfFailure(
  pipeline: Pipeline,
  error: unknown,
  place: Place | null,
  effects: Effects,
): Promise<Letter> {
  return failureLetter(textsOf(pipeline), {
    title: titleOf(pipeline),
    day: dayIn(pipeline.time_zone, effects.now()),
    place,
    ...explain(error),
    current: await currentOf(pipeline.store),
    ...placeOf(pipeline, undefined, effects),
  });
}

/** What went wrong. Our own sentences hold no values of records; what a database or a program says may quote some. */
function explain(error: unknown): Pick<Failure, 'message' | 'kind'> {
  if (error instanceof BezeroError && !('sql' in error)) return { message: error.message, kind: error.exitCode };
  const told = error instanceof Error ? error.message : String(error);
  const message = told.replaceAll(/'[^']*'|"[^"]*"/g, '"…"');
  return { message, kind: error instanceof BezeroError ? error.exitCode : 1 };
}

async function currentOf(store: string): Promise<Failure['current']> {
  try {
    const run = await currentRelease(store);
    if (run === null) return null;
    const record = readRunRecord(join(store, 'releases', run));
    return record === null ? 'unknown' : { run, asOf: record.asOf };
  } catch {
    return 'unknown';
  }
}

/** The mail of a run that published a release, or had nothing to do but to warn. */
export async function letterOfRun(
  pipeline: Mailing,
  { record, release, published, former }: Ran,
  copyTo: string | undefined,
  effects: Effects,
): Promise<Letter> {
  const t = textsOf(pipeline);
  const place = placeOf(pipeline, copyTo, effects);
  const common = {
    title: titleOf(pipeline),
    asOf: record.asOf,
    warnings: toldIn(pipeline, record.reported?.warnings) ?? record.warnings,
    ...place,
  };
  if (!published) return nothingNewLetter(t, { ...common, day: dayIn(pipeline.time_zone, effects.now()) });
  const known = knownRemarks(record.reported?.remarks, former?.reported?.remarks);
  const report = await stat(join(release, 'report.html')).catch(() => null);
  return successLetter(t, {
    ...common,
    pipeline: pipeline.name,
    run: record.run,
    version: record.versions['bezero'] ?? '',
    summary: await summarise(record, release, pipeline.store),
    remarks: (toldIn(pipeline, record.reported?.remarks) ?? record.remarks).filter((_, i) => known[i] !== true),
    report: report && {
      path: join(release, 'report.html'),
      shown: join(place.folder, 'report.html'),
      bytes: report.size,
      attach: pipeline.mail.attach_report,
    },
  });
}
