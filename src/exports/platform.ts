import { raw, sql, type Sql } from '../sql/sql.ts';
import type { Channel } from './consent.sql.ts';
import type { Cells } from './list.sql.ts';

/** What a platform needs to reach people by a channel. */
export interface Reached {
  /** Header, as platforms call it → value. */
  readonly cells: Cells;
  /** Who can be reached: the channel is open and the address is known. */
  readonly where: Sql;
}

/** SHA-256 in hexadecimal, as advertising platforms match people; null stays null. */
const hashed = (text: Sql): Sql => sql`sha256(${text})`;

/** An e-mail address as it is hashed everywhere. */
const plainEmail = sql`nullif(lower(trim(email)), '')`;

const digits = sql`regexp_replace(phone, '[^0-9]', '', 'g')`;

/** A number with its country in E.164: `+34600123456`. Without the country nobody knows whose it is: null. */
const e164 = sql`case when starts_with(ltrim(phone), '+') and length(${digits}) between 8 and 15 then '+' || ${digits} end`;

const who = {
  Name: raw('name'),
  Country: raw('country'),
  Language: raw('language'),
  'Customer ID': raw('customer_id'),
  Segment: raw('segment'),
} as const satisfies Cells;

const { Name, Country, ...others } = who;

/**
 * The columns of a file for a platform and who is in it, by channel. For advertising, e-mail address and number go out as SHA-256 alone, and
 * nothing else does. Source: Google Ads help 7476159, "Format your customer data file".
 */
export const reached: Readonly<Record<Channel, Reached>> = {
  email: {
    cells: { Email: plainEmail, ...who },
    where: sql`may_email and ${plainEmail} is not null`,
  },
  phone: { cells: { Phone: raw('phone'), ...who }, where: sql`may_phone and phone is not null` },
  sms: { cells: { Phone: raw('phone'), ...who }, where: sql`may_sms and phone is not null` },
  post: {
    cells: { Name, City: raw('city'), Zip: raw('postal_code'), Region: raw('region'), Country, ...others },
    where: sql`may_post and (city is not null or postal_code is not null)`,
  },
  ads: {
    cells: { Email: hashed(plainEmail), Phone: hashed(e164) },
    where: sql`may_ads and (${plainEmail} is not null or ${e164} is not null)`,
  },
};
