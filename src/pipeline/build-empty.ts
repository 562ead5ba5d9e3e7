import { dirname } from 'node:path';
import type { Engine } from '../engine/engine.ts';
import { resolveLoads } from '../sources/load.ts';
import { raw } from '../sql/sql.ts';
import { nobody } from './people/file.ts';
import { planPipeline } from './plan.ts';
import type { Pipeline } from './spec.ts';
import type { StepContext } from './step.ts';

/** The last table that is needed to check names. */
const lastNamed = 'marts.customer';

/** Builds the tables of a run without a row, all of them or up to the last that is needed to check names: they have the columns that a run will find. */
export async function buildEmpty(pipeline: Pipeline, engine: Engine, last: string | null = lastNamed): Promise<void> {
  const loading = {
    engine: () => Promise.resolve(engine),
    store: pipeline.store,
    temporary: '',
    folder: dirname(pipeline.file),
    zone: pipeline.time_zone,
    currency: pipeline.currency,
    rates: pipeline.rates,
    sources: {},
    previous: [],
    abandoned: [],
    step: () => () => undefined,
  };
  await resolveLoads(loading, []);
  const context: StepContext = {
    engine,
    runId: '',
    asOf: '2000-01-01',
    folder: '',
    previous: null,
    version: '',
    today: '2000-01-01',
    erasures: null,
    lanes: 1,
    former: null,
    people: nobody,
    windows: [],
    audits: [],
    warnings: [],
    remarks: [],
    files: [],
  };
  for (const step of planPipeline({ ...pipeline, steps: [], audiences: {}, campaigns: {} })) {
    if (step.kind === 'load' || step.kind === 'output') continue;
    if (step.sql === undefined) await step.run(context);
    else await engine.create(step.name, raw(step.sql));
    if (step.name === last) return;
  }
}
