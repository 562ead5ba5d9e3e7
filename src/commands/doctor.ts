import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { EngineError } from '../errors.ts';
import type { Pipeline } from '../pipeline/spec.ts';
import type { Effects } from './effects.ts';
import { loadPipeline } from './load-pipeline.ts';
import type { Check } from './operations/check.ts';
import { checkDisk, checkEngine, checkMemory, checkNode } from './operations/machine.ts';
import { checkFiles, checkMail, checkRejected, checkTimer } from './operations/pipeline.ts';
import { checkLoads, checkLock, checkNights, checkPeople, checkRelease, checkStore } from './operations/store.ts';
import { versions } from './versions.ts';
import { count, under } from './words.ts';

/** Options of `bezero doctor`. */
export interface DoctorOptions {
  /** Pipeline file; left out: the store alone is looked at. */
  readonly pipeline?: string;
  readonly store?: string;
  readonly json: boolean;
}

/** Looks whether the next night will go well. It changes nothing. */
export async function doctor(options: DoctorOptions, effects: Effects): Promise<void> {
  const pipeline = options.pipeline === undefined ? null : await loadPipeline(options.pipeline, effects);
  const store = pipeline?.store ?? resolve(effects.cwd, options.store ?? effects.env['BEZERO_STORE'] ?? 'store');
  const checks = await look(store, pipeline, effects);
  if (options.json) effects.print(JSON.stringify(checks));
  else for (const line of linesOf(checks, effects)) effects.print(line);
  const failed = checks.filter(({ state }) => state === 'fail').length;
  if (failed > 0) throw new EngineError(`${count(failed, 'check')} failed; see what to do above`);
}

async function look(store: string, pipeline: Pipeline | null, effects: Effects): Promise<Check[]> {
  const machine = [checkNode(versions().node), await checkEngine(), checkMemory(), await checkDisk(store)];
  const held = existsSync(join(store, 'releases'))
    ? await lookInto(store, effects)
    : [
        {
          what: 'store',
          state: pipeline ? 'ok' : 'fail',
          found: `${store} does not exist yet`,
          advice: 'bezero run PIPELINE',
        } as const,
      ];
  if (pipeline === null) return [...machine, ...held];
  return [
    ...machine,
    ...held,
    ...(await checkFiles(pipeline)),
    ...checkRejected(pipeline),
    await checkTimer(pipeline, effects),
    ...checkMail(pipeline, effects),
  ];
}

async function lookInto(store: string, effects: Effects): Promise<Check[]> {
  const checks = [
    ...[await checkStore(store), await checkLock(store, effects), await checkRelease(store)],
    ...[...(await checkLoads(store)), ...(await checkPeople(store))],
  ];
  return [...checks, ...(await checkNights(store, checks, effects))];
}

function linesOf(checks: readonly Check[], { colors }: Effects): string[] {
  const paint = { ok: colors.green, warn: colors.yellow, fail: colors.red };
  const width = Math.max(...checks.map(({ what }) => what.length));
  return checks.flatMap(({ what, state, found, advice }) => [
    `${paint[state](state.padEnd(4))}  ${what.padEnd(width)}  ${under(width + 8, found)}`,
    ...(advice === '' ? [] : [`${' '.repeat(width + 8)}→ ${under(width + 10, advice)}`]),
  ]);
}
