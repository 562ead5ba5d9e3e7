import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, onTestFinished } from 'vitest';
import { openDuckdb } from '../../src/engine/duckdb.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { runPipeline, type RunResult } from '../../src/pipeline/run.ts';
import { readPipeline } from '../../src/pipeline/spec.ts';
import { warehouseOf } from '../../src/pipeline/releases.ts';

/** A folder of its own for a test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'bezero-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

/** A folder for what the tests of a file, or of a `describe`, share. To be called there, not in a test. */
export function sharedFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'bezero-'));
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

/** How a test runs a pipeline. */
export interface RunSetup {
  readonly asOf?: string;
  readonly force?: boolean;
  readonly now?: string;
  readonly random?: string;
  /** Days to compute first. */
  readonly past?: (asOf: string) => readonly string[];
  readonly replaceHistory?: boolean;
  readonly open?: typeof openDuckdb;
  /** Called with each step when it begins; may throw. */
  readonly onStep?: (title: string) => void;
}

/** Small data are done sooner on one thread than on two that wait for each other; what a pipeline says goes first. */
const onOneThread: typeof openDuckdb = (options) => openDuckdb({ threads: 1, ...options });

const pastOf = ({ past: days, replaceHistory = false }: RunSetup) => (days ? { past: { days, replaceHistory } } : {});

/** Runs a pipeline text in a folder, as if the file `pipeline.yaml` there held it. The clock stands still. */
export async function runIn(
  folder: string,
  yaml: string,
  setup: RunSetup = {},
): Promise<RunResult & { readonly steps: readonly string[] }> {
  const pipeline = readPipeline(join(folder, 'pipeline.yaml'), yaml);
  const steps: string[] = [];
  const result = await runPipeline(
    pipeline,
    { asOf: setup.asOf, force: setup.force ?? false, ...pastOf(setup) },
    {
      now: () => new Date(setup.now ?? '2026-11-21T02:00:00Z'),
      randomId: () => setup.random ?? '0000',
      step: (title) => {
        setup.onStep?.(title);
        return (outcome) => steps.push(`${title}: ${outcome}`);
      },
      versions: { bezero: 'test' },
      open: setup.open ?? onOneThread,
    },
    () => undefined,
  );
  return { ...result, steps };
}

/** Opens the warehouse of a release for reading, until the test ends. */
export async function openRelease({ release }: RunResult): Promise<Engine> {
  const engine = await openDuckdb({
    file: warehouseOf(release),
    readOnly: true,
    searchPath: join(release, '..', '..'),
  });
  onTestFinished(() => engine.close());
  return engine;
}

/** The bytes of every published list for people, by name; not of who entered and left. */
export function publishedFiles({ release }: RunResult): Map<string, Buffer> {
  const names = readdirSync(join(release, 'segments')).filter((name) => name.endsWith('.csv'));
  return new Map(names.sort().map((name) => [name, readFileSync(join(release, 'segments', name))]));
}

/** The real data sets, where this machine has them. */
export const datasets = process.env['BEZERO_DATASETS'];

/** A folder that holds the sample company, and the text of its nightly pipeline with the store inside the folder. */
export function sampleFolder(): { folder: string; yaml: string } {
  const folder = temporaryFolder();
  const root = new URL('../../', import.meta.url).pathname;
  cpSync(join(root, 'sample-data'), join(folder, 'sample-data'), { recursive: true });
  const yaml = readFileSync(join(root, 'pipelines/nightly.yaml'), 'utf8')
    .replaceAll('../sample-data', 'sample-data')
    .replace('../store', 'store');
  return { folder, yaml };
}
