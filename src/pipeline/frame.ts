import type { Engine } from '../engine/engine.ts';
import type { LoadRecord } from '../sources/load-record.ts';
import { dayIn, lastEventDay, resolveAsOf } from './as-of.ts';
import type { RunEffects } from './effects.ts';
import { fingerprintOf } from './record.ts';
import { configHash, type Pipeline } from './spec.ts';

/** What the results of a run follow from, besides the content of the data. */
export interface Frame {
  /** Of bezero. */
  readonly version: string;
  readonly configHash: string;
  /** In the time zone of the pipeline. */
  readonly today: string;
  /** The as-of day, given the last day on which anything happens in the data. */
  readonly asOfFor: (lastEvent: string | null) => string;
  /** Equal fingerprints mean equal results. */
  readonly fingerprint: (asOf: string) => string;
}

/** Up to which day a run reads, and up to which there is something to read; null where nothing happens in the data. */
export interface ReadUpTo {
  readonly asOf: string;
  readonly lastEvent: string | null;
}

/** Looks at the data for the as-of day. */
export async function readUpTo(engine: Engine, { asOfFor }: Frame): Promise<ReadUpTo> {
  const lastEvent = await lastEventDay(engine);
  return { asOf: asOfFor(lastEvent), lastEvent };
}

/** @param asOf a day that overrules the pipeline's `as_of` */
export function frameOf(
  pipeline: Pipeline,
  asOf: string | undefined,
  { versions }: Pick<RunEffects, 'versions'>,
  startedAt: Date,
  loads: readonly LoadRecord[],
): Frame {
  const today = dayIn(pipeline.time_zone, startedAt);
  const facts = {
    version: versions['bezero'] ?? '',
    configHash: configHash(pipeline),
    loadIds: loads.map(({ loadId }) => loadId),
  };
  return {
    ...facts,
    today,
    asOfFor: (lastEvent) => resolveAsOf(asOf ?? pipeline.as_of, today, lastEvent),
    fingerprint: (day) => fingerprintOf({ ...facts, asOf: day }),
  };
}
