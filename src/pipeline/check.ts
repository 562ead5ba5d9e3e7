import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDuckdb } from '../engine/duckdb.ts';
import type { BezeroError } from '../errors.ts';
import { buildEmpty } from './build-empty.ts';
import { checkAudiences, hasAudiences } from './check-audiences.ts';
import { checkModels, hasFeatures } from './check-models.ts';
import { checkSources } from './check-sources.ts';
import { reachOf } from './reach.ts';
import type { Pipeline } from './spec.ts';

/** What a run would trip over at once, in the order in which it would. */
export interface PipelineCheck {
  readonly problems: readonly BezeroError[];
  /** How many files were looked at. */
  readonly files: number;
}

/**
 * Holds a pipeline against the files and the tables it names, without loading anything: it takes as long for a large file as for a small
 * one, and changes nothing in the store.
 */
export async function checkPipeline(pipeline: Pipeline): Promise<PipelineCheck> {
  const temporary = await mkdtemp(join(tmpdir(), 'bezero-plan-'));
  const engine = await openDuckdb({ temporary, searchPath: pipeline.store, only: await reachOf(pipeline) });
  try {
    const { problems, files } = await checkSources({ pipeline, engine, temporary });
    if (!hasFeatures(pipeline) && !hasAudiences(pipeline)) return { problems, files };
    await buildEmpty(pipeline, engine);
    const names = [...(await checkModels(pipeline, engine)), ...(await checkAudiences(pipeline, engine))];
    return { problems: [...problems, ...names], files };
  } finally {
    await engine.close();
    await rm(temporary, { recursive: true, force: true });
  }
}
