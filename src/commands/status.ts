import { join } from 'node:path';
import { isNight, isWell, lineOfDead, readNights, type JournalEntry } from '../pipeline/journal.ts';
import { isGone, readHolder } from '../pipeline/lock.ts';
import { readRunRecord } from '../pipeline/record.ts';
import { listReleases } from '../pipeline/releases.ts';
import type { Effects } from './effects.ts';
import { openWarnings } from './operations/warnings.ts';
import { findTimers, type Timer } from './operations/timer.ts';
import { findStore } from './store.ts';
import { age, count, duration, under } from './words.ts';

/** Options of `bezero status`. */
export interface StatusOptions {
  readonly store?: string;
  readonly json: boolean;
}

/** How a store stands. */
export interface Status {
  /** What people read; null where nothing was published. */
  readonly release: {
    readonly run: string;
    readonly asOf: string;
    readonly finishedAt: string;
    /** Since it was made. */
    readonly hours: number;
  } | null;
  /** The newest release, where another one is current: it was rolled back. */
  readonly rolledBackFrom: { readonly run: string; readonly asOf: string | null } | null;
  /** The last attempt; null where none was written down. */
  readonly last: JournalEntry | null;
  /** How many attempts failed, or were cut short, since the last one that was not. */
  readonly failedInARow: number;
  readonly timers: readonly Timer[];
  /** What is wrong with sources and records, as of the last night that did not fail. */
  readonly warnings: readonly string[];
}

const hour = 3_600_000;

/** Reads how a store stands, as of now. */
export async function readStatus(store: string, effects: Effects): Promise<Status> {
  const releases = await listReleases(store);
  const current = releases.find((release) => release.current);
  const [newest] = releases;
  const record = current ? readRunRecord(current.folder) : null;
  const journal = await nightsOf(store, effects);
  const failures = journal.toReversed().findIndex(isWell);
  return {
    release: record && {
      run: record.run,
      asOf: record.asOf,
      finishedAt: record.finishedAt,
      hours: Math.round((effects.now().getTime() - Date.parse(record.finishedAt)) / (hour / 10)) / 10,
    },
    rolledBackFrom:
      current && newest && newest !== current ? { run: newest.run, asOf: newest.record?.asOf ?? null } : null,
    last: journal.at(-1) ?? null,
    failedInARow: failures === -1 ? journal.length : failures,
    timers: await findTimers(effects, record?.pipeline),
    warnings: record ? openWarnings(record, journal) : [],
  };
}

/** The attempts of the nights of a store, with one that died and that no command has come by since to write down. */
async function nightsOf(store: string, { process }: Effects): Promise<JournalEntry[]> {
  const nights = readNights(store);
  const holder = await readHolder(join(store, 'lock.json'));
  const dead = holder && isGone(store, holder, process.host) ? await lineOfDead(store, holder) : null;
  return dead && isNight(dead) ? [...nights, dead] : nights;
}

/** Tells how a store stands: the release, the last night, the next one, and what is open. */
export async function status({ json, ...options }: StatusOptions, effects: Effects): Promise<void> {
  const found = await readStatus(findStore(options.store, effects), effects);
  if (json) {
    effects.print(JSON.stringify(found));
    return;
  }
  for (const line of linesOf(found, effects.now())) effects.print(line);
}

/** Since a moment (ISO 8601). */
export const ageOf = (at: string, now: Date): string => age((now.getTime() - Date.parse(at)) / 1_000);

function linesOf({ release, rolledBackFrom, last, failedInARow, timers, warnings }: Status, now: Date): string[] {
  const [timer] = timers;
  return [
    release
      ? `release:  ${release.run}, as of ${release.asOf}, made ${ageOf(release.finishedAt, now)} ago`
      : 'release:  none has been published yet',
    ...(release && rolledBackFrom
      ? [
          `          rolled back to ${release.run}; ${rolledBackFrom.run}${rolledBackFrom.asOf === null ? '' : `, as of ${rolledBackFrom.asOf},`} was later`,
        ]
      : []),
    `last run: ${last === null ? 'none is written down' : under(10, tellLast(last))}`,
    ...(failedInARow > 1 ? [`          ${failedInARow} runs have failed in a row`] : []),
    timer
      ? `next run: ${timer.at}, by ${timer.by}${timer.isEnabled ? '' : `, but the timer is not enabled: systemctl --user enable --now ${timer.name}.timer`}`
      : 'next run: neither a timer of systemd nor a line of the crontab is found ("bezero schedule" writes one)',
    warnings.length === 0 ? 'warnings: none' : `warnings: ${count(warnings.length, 'is', 'are')} open`,
    ...warnings.map((warning) => `  ${under(2, warning)}`),
  ];
}

function tellLast({ at, outcome, seconds, signal, error }: JournalEntry): string {
  const why = error ? ` (exit code ${error.code}): ${error.message}` : signal === undefined ? '' : ` (${signal})`;
  return `${at}, ${outcome}${seconds === null ? '' : ` after ${duration(seconds)}`}${why}`;
}
