import { ConfigError } from '../errors.ts';
import { readRunRecord, type RunRecord } from '../pipeline/record.ts';
import { listReleases, type Release } from '../pipeline/releases.ts';
import { causesOf } from './diff/causes.ts';
import { changedFigures, type Figure } from './diff/figures.ts';
import { modelsChanged } from './diff/models.ts';
import { rowsOfFiles } from './diff/outputs.ts';
import { compareSegments, type SegmentChange } from './diff/segments.ts';
import type { Effects } from './effects.ts';
import { checkNamed, releaseNamed } from './release-named.ts';
import { findStore } from './store.ts';
import { printTable } from './table.ts';

/** Options of `bezero diff`. */
export interface DiffOptions {
  /** Left out: the release that the current one was made after. */
  readonly from?: string;
  /** Left out: the current one. */
  readonly to?: string;
  readonly store?: string;
  readonly json: boolean;
}

/** What is another in one release than in an earlier one. */
interface Difference {
  readonly from: string;
  readonly to: string;
  /** Why anything may have moved, in sentences. */
  readonly why: readonly string[];
  readonly totals: readonly Figure[];
  readonly inputs: readonly Figure[];
  readonly outputs: readonly Figure[];
  readonly models: readonly string[];
  /** Null: they cannot be compared. */
  readonly segments: readonly SegmentChange[] | null;
  /** Why segments cannot be compared: which release lacks what; null where they can. */
  readonly incomparable: string | null;
}

/** Tells what moved between two releases, and why. */
export async function diff({ from, to, json, ...options }: DiffOptions, effects: Effects): Promise<void> {
  const store = findStore(options.store, effects);
  const releases = await listReleases(store);
  checkNamed(
    releases,
    [from, to].filter((run) => run !== undefined),
  );
  const after = to === undefined ? currentOf(releases) : releaseNamed(releases, to);
  const newer = recordOf(after);
  const before = releaseNamed(releases, from ?? previousOf(newer));
  const older = recordOf(before);
  const found: Difference = {
    from: before.run,
    to: after.run,
    why: causesOf(older, newer),
    totals: changedFigures(totalsOf(older), totalsOf(newer)),
    inputs: changedFigures(inputsOf(older), inputsOf(newer)),
    outputs: changedFigures(rowsOfFiles(older), rowsOfFiles(newer)),
    models: modelsChanged(older, newer),
    ...(await compareSegments(before, after)),
  };
  if (json) effects.print(JSON.stringify(found));
  else show(found, effects);
}

function currentOf(releases: readonly Release[]): Release {
  const current = releases.find((release) => release.current);
  if (current) return current;
  throw new ConfigError('TO must be named: no release is current; "bezero releases" lists them');
}

function previousOf({ previous, run }: RunRecord): string {
  if (previous !== null) return previous;
  throw new ConfigError(`FROM must be named: ${run} is the first release`);
}

function recordOf({ run, folder }: Release): RunRecord {
  const record = readRunRecord(folder);
  if (record) return record;
  throw new ConfigError(`${run} must have a run.json that can be read; it has none`);
}

const totalsOf = ({ totals }: RunRecord): ReadonlyMap<string, number> =>
  new Map([
    ['buyers', totals.buyers],
    ['net revenue', totals.netRevenue],
    ['profit', totals.profit],
  ]);

const inputsOf = ({ inputs }: RunRecord): ReadonlyMap<string, number> =>
  new Map(inputs.map(({ file, table, loaded }) => [`${file} (${table})`, loaded]));

function show(
  { from, to, why, totals, inputs, outputs, models, segments, incomparable }: Difference,
  effects: Effects,
): void {
  effects.print(`${from} → ${to}`);
  for (const sentence of why) effects.print(`  ${sentence}`);
  const figures = (title: string, changes: readonly Figure[]): void => {
    effects.print('');
    if (changes.length === 0) effects.print(`${title}: the same`);
    else
      printTable(
        [
          { name: title },
          { name: 'before', right: true },
          { name: 'now', right: true },
          { name: 'change', right: true },
        ],
        changes.map(({ name, before, now, change }) => [name, before ?? 'none', now ?? 'none', change]),
        effects,
      );
  };
  figures('totals', totals);
  figures('records loaded', inputs);
  figures('rows of files', outputs);
  effects.print('');
  if (segments === null) effects.print(`segments: cannot be compared; ${incomparable!}`);
  else
    printTable(
      [
        { name: 'segment', whole: true },
        { name: 'name' },
        { name: 'before', right: true },
        { name: 'now', right: true },
        { name: 'came', right: true },
        { name: 'went', right: true },
      ],
      segments.map(({ segment, name, before, now, came, went }) => [
        segment,
        name,
        ...[before, now, came, went].map(String),
      ]),
      effects,
    );
  effects.print('');
  if (models.length === 0) effects.print('models: the same');
  for (const model of models) effects.print(model);
}
