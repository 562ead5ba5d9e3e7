import { join, raw, sql, type Sql } from '../sql/sql.ts';
import { google } from './advertising/google.ts';
import { meta } from './advertising/meta.ts';
import { cellsOf, isMatched, type AdvertisingPlatform } from './advertising/platform.ts';
import type { Channel } from './consent.sql.ts';
import type { Cells } from './list.sql.ts';

/** The advertising platforms that have a file of their own. */
export const advertisingPlatforms = { google, meta } as const satisfies Record<string, AdvertisingPlatform>;

/** What files for platforms are for: to write, call, text and post, or to be uploaded to an advertising platform. */
export const targets = ['email', 'phone', 'sms', 'post', 'google', 'meta'] as const;

/** One of them. */
export type Target = (typeof targets)[number];

/** A platform that matches people, by what it can be told of them. */
export const isAdvertising = (target: Target): target is keyof typeof advertisingPlatforms =>
  target in advertisingPlatforms;

/** What a platform needs to reach people. */
export interface Reached {
  /** The channel that must be open. */
  readonly channel: Channel;
  /** Header, as platforms call it → value. */
  readonly cells: Cells;
  /** Who can be reached: the channel is open and the address is known. */
  readonly where: Sql;
}

/** An e-mail address as those who send take it. */
const plainEmail = sql`nullif(lower(trim(email)), '')`;

const who = {
  Name: raw('name'),
  Country: raw('country'),
  Language: raw('language'),
  'Customer ID': raw('customer_id'),
  Segment: raw('segment'),
} as const satisfies Cells;

const { Name, Country, ...others } = who;

const advertised = (platform: AdvertisingPlatform): Reached => ({
  channel: 'ads',
  cells: cellsOf(platform),
  where: sql`may_ads and ${isMatched(platform)}`,
});

/** The columns of a file for a platform and who is in it, by what it is for. For advertising, nothing goes out that says who somebody is to us. */
export const reached: Readonly<Record<Target, Reached>> = {
  email: {
    channel: 'email',
    cells: { Email: plainEmail, ...who },
    where: sql`may_email and has_email`,
  },
  phone: { channel: 'phone', cells: { Phone: raw('phone'), ...who }, where: sql`may_phone and has_phone` },
  sms: { channel: 'sms', cells: { Phone: raw('phone'), ...who }, where: sql`may_sms and has_phone` },
  post: {
    channel: 'post',
    cells: { Name, City: raw('city'), Zip: raw('postal_code'), Region: raw('region'), Country, ...others },
    where: sql`may_post and has_post`,
  },
  google: advertised(google),
  meta: advertised(meta),
};

/** Who can be reached by a channel, of whichever platform. */
export const reachableBy = (channel: Channel): Sql =>
  sql`(${join(
    targets.filter((target) => reached[target].channel === channel).map((target) => reached[target].where),
    ' or ',
  )})`;
