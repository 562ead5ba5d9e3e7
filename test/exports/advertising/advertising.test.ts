import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { exportSegments } from '../../../src/exports/segments.ts';
import { folder, shopOf } from '../support.ts';

type Row = Record<string, string>;

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** What goes to both platforms of customers who may be matched, and what cannot. */
async function uploaded(...customers: Record<string, string | boolean | null>[]) {
  const path = folder();
  const engine = await shopOf(
    customers.map((customer, i) => ({ customer_id: `c${i}`, monetary: 100 - i, ads_opt_in: true, ...customer })),
  );
  await exportSegments(engine, path, { profiles: { platform: { targets: ['google', 'meta'] } } });
  const read = (file: string): Row[] => parse(readFileSync(join(path, 'platform', file)), { columns: true });
  return {
    google: read('all-customers-google.csv'),
    meta: read('all-customers-meta.csv'),
    rejected: { google: read('rejected-google.csv'), meta: read('rejected-meta.csv') },
  };
}

// Computed apart; the first stands in action-destinations #2668, the second in TikTok's help.
const vectors = {
  'test@gmail.com': '87924606b4131a8aceeeae8868531fbb9712aaa07a5d3a756b26ce0f5d6ca674',
  'janedoe@gmail.com': 'd6117306485ed0e50afab3ac871e98f81699151f30281527d63ff5f233656c69',
  '+18005550101': '61d6c2976b5d92b1ad63073a12fddd26040cd980067d03a93dd1cc50f1a3ac68',
  '18005550101': 'cc4160cbb01658fcff52a57f3403e0e9c7a4735cff1574df41ee3f3036697468',
  jane: '81f8f6dde88365f3928796ec7aa53f72820b06db8664f5fe76a7eb13e24546a2',
  doe: '799ef92a11af918e3fb741df42934f3b568ed2d93ac1df74f1b8d41a27932a6f',
  garcía: 'ad321a21e537233f2cf61e749c48dba9461f84dec289e418ab8f9d73d6c83125',
};

describe('files for advertising platforms', () => {
  it('hash one person as each platform does: the number with its plus, or without', async () => {
    const { google, meta } = await uploaded({
      name: 'Jane Doe',
      email: ' Jane.Doe+shop@GMAIL.com\u00a0',
      phone: '+1 (800) 555-0101',
      country: 'us',
      postal_code: ' 94103-1234 ',
      region: 'CA',
      city: 'San Francisco',
      gender: 'female',
      birth_date: '1986-08-28',
    });
    expect(google).toEqual([
      {
        Email: vectors['janedoe@gmail.com'],
        Phone: vectors['+18005550101'],
        'First Name': vectors.jane,
        'Last Name': vectors.doe,
        Country: 'US',
        Zip: '94103-1234',
      },
    ]);
    expect(meta).toEqual([
      {
        email: sha256('jane.doe+shop@gmail.com'),
        phone: vectors['18005550101'],
        fn: vectors.jane,
        ln: vectors.doe,
        ct: sha256('sanfrancisco'),
        st: sha256('ca'),
        zip: sha256('94103'),
        country: sha256('us'),
        doby: sha256('1986'),
        gen: sha256('f'),
      },
    ]);
  });

  const emails = [
    ['test@gmail.com', 'test@gmail.com'],
    ['Jane.Doe+Shopping@googlemail.com', 'janedoe@googlemail.com'],
    ['jane.doe+shop@example.com', 'jane.doe+shop@example.com'],
    ['jane.doe@notgmail.com', 'jane.doe@notgmail.com'],
    ['je ñe@dénda.eus', 'jeñe@dénda.eus'],
  ] as const;

  it('know whose dots and pluses do not count', async () => {
    const { google } = await uploaded(...emails.map(([email]) => ({ email })));
    expect(google.map(({ Email }) => Email)).toEqual(emails.map(([, normal]) => sha256(normal)));
  });

  const numbers = [
    ['+34 600-11.22/33', '+34600112233'],
    ['0034 600 112 233', '+34600112233'],
    ['+44 (0)20 7946 0000', '+442079460000'],
    ['\u202a+972\u2011 50‑123 4567\u202c', '+972501234567'],
    ['+34 600 112 233 ext 5', ''],
    ['600 112 233', ''],
    ['+0000000000', ''],
    ['+34 60', ''],
    ['+1234567890123456', ''],
  ] as const;

  it('take numbers with their country, however they are written, and no others', async () => {
    const { google, meta, rejected } = await uploaded(...numbers.map(([phone]) => ({ phone, email: 'a@b.eus' })));
    const hashed = (text: string): string => text && sha256(text);
    expect(google.map(({ Phone }) => Phone)).toEqual(numbers.map(([, normal]) => hashed(normal)));
    expect(meta.map(({ phone }) => phone)).toEqual(numbers.map(([, normal]) => hashed(normal.slice(1))));
    const reason = 'must be a number with its country, like +34 600 123 456';
    const said = numbers.flatMap(([, normal], i) =>
      normal === '' ? [{ customer_id: `c${i}`, column: 'Phone', reason, row: 'kept' }] : [],
    );
    expect(rejected.google).toEqual(said);
    expect(rejected.meta).toEqual(said.map((one) => ({ ...one, column: 'phone' })));
  });

  const familyNames = [
    ['García', vectors.garcía, 'garcía'],
    ['Garci\u0301a', vectors.garcía, 'garcía'],
    ['ETXEBERRIA', sha256('etxeberria'), 'etxeberria'],
    ["O'Ñate-Ibáñez", sha256("o'ñate-ibáñez"), 'oñateibáñez'],
    ['López Vázquez', sha256('lópezvázquez'), 'lópez vázquez'],
    ['לוי־כהן', sha256('לוי־כהן'), 'לויכהן'],
  ] as const;

  it('keep the letters of every script', async () => {
    const person = { first_name: 'Ane', country: 'ES', postal_code: '01005', city: 'San Sebastián' };
    const { google, meta } = await uploaded(...familyNames.map(([last_name]) => ({ ...person, last_name })));
    expect(google.map((row) => row['Last Name'])).toEqual(familyNames.map(([, hash]) => hash));
    expect(meta.map(({ ln }) => ln)).toEqual(familyNames.map(([, , normal]) => sha256(normal)));
    expect([google[0]!['Zip'], meta[0]!['ct']]).toEqual(['01005', sha256('sansebastián')]);
  });

  const wholeNames = [
    ['Ane Etxeberria', 'ane', 'etxeberria'],
    ['López Vázquez, Sofía', 'sofía', 'lópezvázquez'],
    ['Sofía López Vázquez', '', ''],
    ['Ane', '', ''],
    ['a, b, c', '', ''],
  ] as const;

  it('read the parts of a name only where nobody can be mistaken', async () => {
    const { google } = await uploaded(
      ...wholeNames.map(([name]) => ({ name, email: 'a@b.eus', country: 'ES', postal_code: '1' })),
    );
    const hashed = (text: string): string => text && sha256(text);
    const { Email, Phone } = google[0]!;
    expect(google).toEqual(
      wholeNames.map(([, first, last]) => ({
        ...{ Email, Phone, 'First Name': hashed(first), 'Last Name': hashed(last) },
        ...{ Country: first && 'ES', Zip: first && '1' },
      })),
    );
  });

  it('pass what is hashed already, and never hash it again', async () => {
    const { google, meta } = await uploaded({
      email: vectors['test@gmail.com'].toUpperCase(),
      phone: vectors['+18005550101'],
    });
    expect(google).toMatchObject([{ Email: vectors['test@gmail.com'], Phone: vectors['+18005550101'] }]);
    expect(meta).toMatchObject([{ email: vectors['test@gmail.com'] }]);
  });

  it('drop what normalises to nothing, and leave out with a reason whom nothing is left of', async () => {
    const { google, meta, rejected } = await uploaded(
      { email: 'a@b.eus', phone: '+0000000000', country: 'Spain', gender: 'm', city: '!!!' },
      { email: ' ', phone: '---' },
      { email: 'nobody', name: '=cmd|x' },
      { ads_opt_in: false, email: 'c@d.eus' },
      { ads_opt_in: null, email: 'wrong' },
      { email: 'e@f.eus' },
    );
    const empty = sha256('');
    expect(google.map(({ Email }) => Email)).toEqual([sha256('a@b.eus'), sha256('e@f.eus')]);
    expect(meta).toHaveLength(2);
    expect(meta[0]).toMatchObject({ phone: '', ct: '', gen: '', country: '' });
    expect(JSON.stringify([google, meta])).not.toContain(empty);
    const brief = ({ customer_id, column, row }: Row): string => [customer_id, column, row].join(' ');
    expect(rejected.google.map(brief)).toEqual([
      'c0 Phone kept',
      'c0 Country kept',
      'c1  left out',
      'c1 Phone left out',
      'c2  left out',
      'c2 Email left out',
    ]);
    expect(rejected.meta.map(brief)).toEqual([
      'c0 phone kept',
      'c0 ct kept',
      'c0 country kept',
      'c1  left out',
      'c1 phone left out',
      'c2  left out',
      'c2 email left out',
    ]);
    expect(JSON.stringify(rejected)).not.toMatch(/nobody|cmd|Spain/);
  });

  it('hold hashes, a country and a postal code alone, whatever somebody is called', async () => {
    const hostile = ['=cmd|x y', '<script>alert(1)</script> a', "'; drop table x; -- a", 'a\u2028b c'];
    const { google, meta } = await uploaded(
      ...hostile.map((name) => ({ name, email: 'a@b.eus', country: 'ES', postal_code: '=1+1', city: name })),
    );
    const cells = [...google, ...meta].flatMap((row) => Object.entries(row));
    for (const [header, cell] of cells)
      expect([header, cell]).toEqual([
        header,
        header === 'Country' || header === 'Zip' ? '' : expect.stringMatching(/^([0-9a-f]{64})?$/),
      ]);
  });
});
