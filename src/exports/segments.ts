import { mkdir } from 'node:fs/promises';
import { dirname, join as joinPath } from 'node:path';
import type { CsvStyle, Engine } from '../engine/engine.ts';
import { sql, type Sql } from '../sql/sql.ts';
import type { Change, Since } from './changes.sql.ts';
import { readChanges } from './changes.ts';
import type { Channel } from './consent.sql.ts';
import { listSql, type Cells, type Listed } from './list.sql.ts';
import { campaignLists, readLists, type List, type NamedAudience, type NamedCampaign } from './lists.ts';
import { advertisingPlatforms, isAdvertising, reached, type Target } from './platform.ts';
import { uselessColumns, uselessSql } from './advertising/useless.sql.ts';
import { folderOf, machineCsv, peopleCsv, plainCsv, plainStyle, type PeopleProfile, type Profile } from './profiles.ts';

/** One file that was written: its path within the release, and its records without the header. */
export interface ExportedFile {
  /** `segments/s1-loyal-regulars.csv` */
  readonly file: string;
  readonly rows: number;
  readonly profile?: Profile;
  /** The segment that the file holds; left out: all customers, prospects. */
  readonly segment?: string;
  /** The audience that the file holds. */
  readonly audience?: string;
  /** The campaign whose people to contact the file holds. */
  readonly campaign?: string;
  /** It holds who entered or left since the release before. */
  readonly change?: Change;
  /** It holds who can be reached by this channel, with the address. */
  readonly channel?: Channel;
  /** What a file for a platform is for. */
  readonly target?: Target;
}

/** What an export may be told. */
export interface ExportOptions {
  /** A relation of `customer_id`, `channel` (`people.suppression`): whom a channel must not reach, whatever they opted into. */
  readonly suppressions?: string;
  /** Nothing is known of any cost: profit and gross margin would be net revenue by another name, and their cells stay empty. */
  readonly noCosts?: boolean;
  /** The audiences that get a file each, in order. */
  readonly audiences?: readonly NamedAudience[];
}

/** Which files a release gets: for people (of a locale), for programs, for platforms. */
export interface Profiles {
  readonly people?: PeopleProfile;
  readonly machine?: boolean;
  readonly platform?: { readonly targets: readonly Target[] };
}

/** What an export of segments may be told. */
export interface SegmentOptions extends ExportOptions {
  /** Left out: for people alone. */
  readonly profiles?: Profiles;
  /** The release before, for who entered and who left since; left out: such files are not written. */
  readonly since?: Since | null;
  /** The campaigns that get a file each, in order. */
  readonly campaigns?: readonly NamedCampaign[];
}

/** One file to be written. */
interface Planned extends Omit<ExportedFile, 'rows'> {
  readonly listed: Listed;
  readonly cells: Cells;
  readonly style: CsvStyle;
}

/** Cells that say nothing where no cost is known. */
export const unknownCells = ({ noCosts }: ExportOptions): string[] => (noCosts ? ['gross_margin', 'profit'] : []);

function planned(list: List & { readonly change?: Change }, profiles: Profiles, unknown: readonly string[]): Planned[] {
  const { stem, columns, segment, audience, campaign, change } = list;
  const which = {
    ...(segment && { segment }),
    ...(audience && { audience }),
    ...(campaign && { campaign }),
    ...(change && { change }),
  };
  const fileOf = (profile: Profile, name: string): string => {
    if (campaign && profile === 'people') return `campaigns/${name}.csv`;
    return [folderOf[profile], ...(change ? ['changes'] : []), `${campaign ? 'campaign-' : ''}${name}.csv`].join('/');
  };
  const { people, machine, platform } = profiles;
  return [
    ...(people
      ? [
          {
            ...which,
            file: fileOf('people', stem),
            profile: 'people' as const,
            listed: list,
            ...peopleCsv(columns, people, unknown),
          },
        ]
      : []),
    ...(machine
      ? [
          {
            ...which,
            file: fileOf('machine', stem),
            profile: 'machine' as const,
            listed: list,
            ...machineCsv(columns, unknown),
          },
        ]
      : []),
    ...(platform?.targets ?? [])
      .filter((target) => list.channel === undefined || list.channel === reached[target].channel)
      .map((target) => ({
        ...which,
        file: fileOf('platform', `${stem}-${target}`),
        profile: 'platform' as const,
        channel: reached[target].channel,
        target,
        listed: { ...list, where: sql`(${list.where}) and ${reached[target].where}` },
        ...plainCsv(reached[target].cells, isAdvertising(target)),
      })),
  ];
}

/**
 * Writes a CSV of all customers, of the prospects, of each segment, of each audience and of each campaign below `folder`, in every profile that is asked for;
 * and, since a release before, of who entered and who left. Columns are declared, rows are in the order of money and id. The engine writes
 * them: no customer comes to TypeScript.
 */
export async function exportSegments(
  engine: Engine,
  folder: string,
  { profiles = { people: {} }, since = null, ...options }: SegmentOptions = {},
): Promise<ExportedFile[]> {
  const lists = await readLists(engine, options.audiences ?? []);
  const changes = since === null ? [] : await readChanges(engine, lists, since);
  const campaigns = campaignLists(options.campaigns ?? []);
  const files = [...lists, ...changes, ...campaigns].flatMap((list) => planned(list, profiles, unknownCells(options)));
  const written: ExportedFile[] = [];
  const write = async (file: Omit<ExportedFile, 'rows'>, query: Sql, style: CsvStyle): Promise<void> => {
    const path = joinPath(folder, file.file);
    await mkdir(dirname(path), { recursive: true });
    written.push({ ...file, rows: (await engine.unload(query, path, style)).rows });
  };
  for (const { listed, cells, style, ...file } of files)
    await write(file, listSql(listed, cells, options.suppressions), style);
  for (const target of profiles.platform?.targets ?? []) {
    if (!isAdvertising(target)) continue;
    const file = `${folderOf.platform}/rejected-${target}.csv`;
    const useless = uselessSql(advertisingPlatforms[target], options.suppressions);
    await write({ file, profile: 'platform', channel: 'ads', target }, useless, plainStyle(uselessColumns));
  }
  return written;
}
