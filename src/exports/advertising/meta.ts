import { raw, sql, type Sql } from '../../sql/sql.ts';
import type { Key } from './key.ts';
import { countryCode, e164, emailAddress, letters, lettersAndDigits, namePart, words } from './normal.sql.ts';
import type { AdvertisingPlatform } from './platform.ts';

/** What sources call the two genders that the platform knows. A bare `m` is a man in English and a woman in Spanish: it stays empty. */
const female = ['f', 'female', 'woman', 'femenino', 'mujer', 'emakumea', 'emakumezkoa', 'נקבה', 'אישה'];
const male = ['male', 'man', 'masculino', 'hombre', 'gizona', 'gizonezkoa', 'זכר', 'גבר'];

const among = (listed: readonly string[]): Sql => raw(`(${listed.map((word) => `'${word}'`).join(', ')})`);

const gender = sql`case when lower(trim(gender)) in ${among(female)} then 'f' when lower(trim(gender)) in ${among(male)} then 'm' end`;

const isUnitedStates = sql`coalesce(${countryCode} = 'US', false)`;

/** Of the United States the two letters of the state. */
const state = sql`case when not ${isUnitedStates} or length(${letters(raw('region'))}) = 2 then ${letters(raw('region'))} end`;

/** Of the United States the first five digits. */
const zip = sql`case when ${isUnitedStates} then left(${lettersAndDigits(raw('postal_code'))}, 5) else ${lettersAndDigits(raw('postal_code'))} end`;

const hashed = (value: Sql, normal: Sql, must?: string): Key => ({
  value,
  normal,
  isHashed: true,
  ...(must === undefined ? {} : { must }),
});

const name = (part: 'first_name' | 'last_name'): Key => hashed(namePart(part), words(namePart(part)));

/**
 * Meta Custom Audiences: every key is hashed; numbers have no plus, addresses of Gmail stay as they are, letters keep their accents.
 * Sources: Meta Business Help, "Format your customer list"; Marketing API, "Customer file custom audiences".
 */
export const meta: AdvertisingPlatform = {
  keys: {
    email: hashed(raw('email'), emailAddress, 'must be an address, like ane@example.eus'),
    phone: hashed(raw('phone'), sql`ltrim(${e164}, '+')`, 'must be a number with its country, like +34 600 123 456'),
    fn: name('first_name'),
    ln: name('last_name'),
    ct: hashed(raw('city'), letters(raw('city')), 'must have letters'),
    st: hashed(raw('region'), state, 'must have letters; in the United States two: CA'),
    zip: hashed(raw('postal_code'), zip, 'must have letters or digits'),
    country: hashed(raw('country'), sql`lower(${countryCode})`, 'must be a code of two letters, like ES'),
    doby: hashed(
      sql`cast(birth_date as varchar)`,
      sql`case when birth_date >= date '1900-01-01' then strftime(birth_date, '%Y') end`,
      'must be of 1900 or later',
    ),
    gen: hashed(raw('gender'), gender),
  },
  matchedBy: [['email'], ['phone'], ['fn', 'ln', 'zip'], ['fn', 'ln', 'ct']],
};
