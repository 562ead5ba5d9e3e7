import { raw, sql } from '../../sql/sql.ts';
import type { Key } from './key.ts';
import { countryCode, e164, emailAddress, namePart, squeezed } from './normal.sql.ts';
import type { AdvertisingPlatform } from './platform.ts';

/** Of these two providers alone, dots and what follows a plus do not belong to the address. The provider stays as it was written. */
const mailbox = sql`case when regexp_matches(${emailAddress}, '@(gmail|googlemail)\\.com$')
  then replace(regexp_extract(${emailAddress}, '^[^+@]*'), '.', '') || regexp_extract(${emailAddress}, '@.*$')
  else ${emailAddress} end`;

const name = (part: 'first_name' | 'last_name'): Key => ({
  value: namePart(part),
  normal: squeezed(namePart(part)),
  isHashed: true,
});

const address = {
  'First Name': name('first_name'),
  'Last Name': name('last_name'),
  Country: {
    value: raw('country'),
    normal: countryCode,
    isHashed: false,
    must: 'must be a code of two letters, like ES',
  },
  Zip: {
    value: raw('postal_code'),
    normal: sql`case when regexp_full_match(trim(postal_code), '[0-9A-Za-z][0-9A-Za-z -]*') then trim(postal_code) end`,
    isHashed: false,
    must: 'must have letters, digits, spaces and hyphens alone',
  },
} as const satisfies Record<string, Key>;

/**
 * Google Ads Customer Match: the headers are exact; names are hashed, country and postal code are not; an address needs all four parts.
 * Sources: Google Ads help 7659867; Display & Video 360 API, "Prepare user data" (no white space in names); googleads/google-ads-java #898, #900.
 */
export const google: AdvertisingPlatform = {
  keys: {
    Email: { value: raw('email'), normal: mailbox, isHashed: true, must: 'must be an address, like ane@example.eus' },
    Phone: {
      value: raw('phone'),
      normal: e164,
      isHashed: true,
      must: 'must be a number with its country, like +34 600 123 456',
    },
    ...address,
  },
  matchedBy: [['Email'], ['Phone'], Object.keys(address)],
  together: Object.keys(address),
};
