import type { Engine } from '../engine/engine.ts';
import { raw, sql, type Sql } from '../sql/sql.ts';
import { audienceColumns, campaignColumns, customerColumns, prospectColumns, type ExportColumns } from './columns.ts';
import type { Channel } from './consent.sql.ts';
import { segmentStem } from './file-name.ts';
import type { Listed } from './list.sql.ts';
import { reachableBy } from './platform.ts';

/** What goes into one file of each profile, or on one sheet. */
export interface List extends Listed {
  /** The file without folder and extension: `s1-loyal-regulars`. */
  readonly stem: string;
  readonly columns: ExportColumns;
  /** What people call it; null: it is a list of the whole base, or has no name. */
  readonly title: string | null;
  readonly segment?: string;
  readonly audience?: string;
  readonly campaign?: string;
  /** The only channel that the list is for. */
  readonly channel?: Channel;
}

/** The file of those who resemble the best. */
export const lookalikeStem = 'lookalikes';

/** Most money first; customers who never bought last; the id decides between equals. */
export const byMoney = sql`chosen.monetary desc nulls last, chosen.customer_id`;

/** The likest first; then by the segment that they would be in. */
const byLikeness = sql`chosen.lookalike_rank nulls last, chosen.likely_segment nulls last, cast(chosen.likely_segment_probability as decimal(18, 4)) desc nulls last,
  chosen.customer_id`;

/** So many look-alikes are in their file, ranked first: no more are approached one by one. */
const mostAlike = 10_000;

/** Whether anybody is ranked by likeness. */
async function hasAlike(engine: Engine): Promise<boolean> {
  const [counted] = await engine.rows(
    sql`select count(lookalike_rank) > 0 as some from marts.customer`,
    { some: 'boolean' },
    1,
  );
  return counted!.some;
}

/** A segment and the stem of its files. */
export interface NamedSegment {
  readonly segment: string;
  readonly name: string | null;
  readonly stem: string;
}

/** The segments of a table of `segment` and `name`, in the order of their codes. */
export async function readSegments(engine: Engine, table: Sql = raw('segments.segment')): Promise<NamedSegment[]> {
  const rows = await engine.rows(
    sql`select segment, name from ${table} as listed order by length(segment), segment`,
    { segment: 'text', name: 'text?' },
    1_000,
  );
  const segments: NamedSegment[] = [];
  for (const { segment, name } of rows) {
    const taken = segments.map(({ stem }) => stem);
    segments.push({ segment, name, stem: segmentStem(segment, name ?? '', taken) });
  }
  return segments;
}

/** An audience that gets a file. */
export interface NamedAudience {
  readonly audience: string;
  readonly title?: string | null;
  readonly description?: string | null;
}

/** All lists of a release: all customers, the prospects, those of them who resemble the best where somebody is ranked, each segment, each audience. */
export async function readLists(engine: Engine, audiences: readonly NamedAudience[]): Promise<List[]> {
  const base = { title: null, order: byMoney, columns: customerColumns };
  return [
    { ...base, stem: 'all-customers', where: sql`not is_prospect` },
    { ...base, stem: 'prospects', columns: prospectColumns, where: sql`is_prospect`, order: byLikeness },
    ...((await hasAlike(engine))
      ? [
          {
            ...{ ...base, stem: lookalikeStem, columns: prospectColumns, order: byLikeness },
            where: sql`is_prospect and lookalike_rank <= ${mostAlike}`,
          },
        ]
      : []),
    ...(await readSegments(engine)).map(({ segment, name, stem }) => ({
      ...base,
      stem,
      title: name,
      segment,
      where: sql`segment = ${segment}`,
    })),
    ...audiences.map(({ audience, title = null }) => ({
      ...base,
      stem: `audience-${audience}`,
      title: title ?? audience,
      audience,
      columns: audienceColumns,
      where: sql`true`,
      among: sql`(select customer_id, how from segments.audience_member where audience = ${audience})`,
    })),
  ];
}

/** A campaign that gets a file. */
export interface NamedCampaign {
  readonly campaign: string;
  readonly title: string | null;
  readonly channel: Channel;
  /** Whether people whose complaint is open are contacted too. */
  readonly open_complaints: boolean;
}

/**
 * Whom each campaign contacts, by its channel: the members of its treatment arm who have consented, can be reached and have no open complaint. The holdout is in none.
 */
export const campaignLists = (campaigns: readonly NamedCampaign[]): List[] =>
  campaigns.map(({ campaign, title, channel, open_complaints: complaints }) => ({
    ...{ stem: campaign, title: title ?? campaign, campaign, channel, columns: campaignColumns },
    where: complaints ? reachableBy(channel) : sql`${reachableBy(channel)} and complaints_open = 0`,
    order: sql`chosen.expected_profit desc, chosen.customer_id`,
    among: sql`(select customer_id, since, cost as contact_cost, response as purchase_probability, expected_profit from segments.campaign_member
      where campaign = ${campaign} and arm = 'treatment' and not is_excluded and not is_elsewhere)`,
  }));
