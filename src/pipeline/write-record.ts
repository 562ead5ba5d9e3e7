import { join } from 'node:path';
import { hashFile } from '../disk.ts';
import type { LoadAccount } from '../sources/accounts.ts';
import type { LoadRecord } from '../sources/load-record.ts';
import type { Built } from './build.ts';
import { writeRunJson } from './manifest.ts';
import type { InputRecord, RunRecord } from './record.ts';
import type { RunEffects } from './effects.ts';
import type { Frame } from './frame.ts';
import type { Pipeline } from './spec.ts';
import type { Workspace } from './workspace.ts';

/** Writes `run.json` and `manifest.json` into the release in the making. */
export async function writeRecord(
  pipeline: Pipeline,
  { runId, startedAt, folder, current }: Workspace,
  { configHash, fingerprint }: Frame,
  accounts: readonly LoadAccount[],
  leftBehind: readonly LoadRecord[],
  { files, ...built }: Built,
  { effects, ...told }: Pick<RunRecord, 'steps' | 'people' | 'erasures'> & { readonly effects: RunEffects },
): Promise<RunRecord> {
  const finishedAt = effects.now();
  const record: RunRecord = {
    run: runId,
    pipeline: pipeline.name,
    currency: pipeline.currency,
    startedAt: startedAt.toISOString(),
    finishedAt: finishedAt.toISOString(),
    seconds: (finishedAt.getTime() - startedAt.getTime()) / 1000,
    versions: effects.versions,
    configHash,
    fingerprint: fingerprint(built.asOf),
    inputs: accounts.map(inputRecord),
    leftBehind,
    previous: current?.record.run ?? null,
    ...told,
    ...built,
    outputs: await Promise.all(
      files.map(async (file) => ({ ...file, sha256: await hashFile(join(folder, file.file)) })),
    ),
  };
  writeRunJson(folder, record);
  return record;
}

function inputRecord({ load, loaded, rejected, skipped }: LoadAccount): InputRecord {
  const { sequence, ...record } = load;
  return { ...record, loaded, rejectedInAll: rejected, skipped };
}
