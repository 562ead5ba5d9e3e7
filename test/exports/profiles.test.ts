import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { exportSegments, type Profiles } from '../../src/exports/segments.ts';
import { languageOf } from '../../src/text/messages.ts';
import { folder, shopOf } from './support.ts';

const everything = { email_opt_in: true, phone_opt_in: true, sms_opt_in: true, post_opt_in: true, ads_opt_in: true };

const customers = [
  {
    customer_id: '007',
    name: '=Ane, "Bilbo"; ñ',
    email: ' Ane@Example.EUS ',
    phone: '+34 600-11 22 33',
    city: 'Bilbo',
    country: 'ES',
    segment: 's1',
    monetary: 1234.5678,
    profit: -3.5,
    last_purchased_on: '2026-01-31',
    repurchase_probability: 0.123456,
    ...everything,
  },
  { customer_id: '008', name: '', email: 'b@example.eus', phone: '600', segment: 's1', monetary: 1, ads_opt_in: true },
  { customer_id: '009', name: null, email: 'c@example.eus', phone: '601', segment: 's1', email_opt_in: true },
];

async function textsOf(profiles: Profiles): Promise<ReadonlyMap<string, string>> {
  const path = folder();
  const engine = await shopOf(customers, [{ segment: 's1', name: 'Onak' }]);
  const written = await exportSegments(engine, path, { profiles });
  return new Map(written.map(({ file }) => [file, readFileSync(join(path, file), 'utf8')]));
}

const recordsOf = (text: string, delimiter = ','): Record<string, string>[] =>
  parse(text, { bom: true, columns: true, delimiter });

describe('files for people', () => {
  it('hold text in quotes, numbers bare, and the byte order mark before the first header', async () => {
    const text = (await textsOf({ people: {} })).get('segments/s1-onak.csv')!;
    expect(text.startsWith('\ufeffcustomer_id,name,')).toBe(true);
    expect(text).toContain('\r\n"007","\'=Ane, ""Bilbo""; ñ"," Ane@Example.EUS ",');
    expect(text).toMatch(/,1234\.57,/);
    expect(text).toMatch(/\r\n"008","",/);
    expect(text.endsWith('\r\n')).toBe(true);
  });

  it('have decimal commas and semicolons where the locale has decimal commas', async () => {
    for (const locale of ['es-ES', 'eu', 'de']) {
      const text = (await textsOf({ people: { locale } })).get('segments/s1-onak.csv')!;
      expect(text.startsWith('\ufeffcustomer_id;name;')).toBe(true);
      expect(recordsOf(text, ';')[0]).toMatchObject({
        customer_id: '007',
        monetary: '1234,57',
        profit: '-3,50',
        repurchase_probability: '0,1235',
        last_purchased_on: '2026-01-31',
      });
      expect(text).toMatch(/;1234,57;/);
    }
    const hebrew = (await textsOf({ people: { locale: 'he-IL' } })).get('segments/s1-onak.csv')!;
    expect(recordsOf(hebrew)[0]).toMatchObject({ monetary: '1234.57' });
  });

  it('say in the language of their readers what the warehouse stores in English; files for programs and platforms do not', async () => {
    const stored = {
      rfm_segment: "Can't lose them",
      usage_class: 'heavy',
      lifecycle: 'lapsed',
      priority_reason: 'a new one',
    };
    const engine = await shopOf([{ customer_id: '1', segment: 's1', ...stored }], [{ segment: 's1', name: 'Onak' }]);
    const path = folder();
    const written = (language: string): Promise<unknown> =>
      exportSegments(engine, path, { profiles: { people: { locale: 'he', language }, machine: true } });
    const first = (file: string): Record<string, string> => recordsOf(readFileSync(join(path, file), 'utf8'))[0]!;
    await written('es-MX');
    expect(first('segments/all-customers.csv')).toMatchObject({
      rfm_segment: languageOf('es').t.rfm.names["Can't lose them"],
      usage_class: 'intensivos',
      lifecycle: 'inactivos',
      priority_reason: 'a new one',
    });
    expect(first('machine/all-customers.csv')).toMatchObject(stored);
    await written('en');
    expect(first('segments/all-customers.csv')).toMatchObject(stored);
  });

  it('are a header alone where nobody is in a list', async () => {
    const text = (await textsOf({ people: {} })).get('segments/prospects.csv')!;
    expect(text).toMatch(/^\ufeffcustomer_id,[^\r\n]*\r\n$/);
  });
});

describe('files for programs', () => {
  it('hold every value as it is: no mark, no guard, full precision, empty text told from no value', async () => {
    const text = (await textsOf({ machine: true })).get('machine/s1-onak.csv')!;
    expect(text.startsWith('customer_id,name,')).toBe(true);
    expect(text).not.toContain('\r');
    expect(text).toContain('\n007,"=Ane, ""Bilbo""; ñ", Ane@Example.EUS ,');
    expect(text).toContain('\n008,"",');
    expect(text).toContain('\n009,,');
    expect(recordsOf(text)[0]).toMatchObject({
      monetary: '1234.5678',
      repurchase_probability: '0.123456',
      currency: 'EUR',
    });
  });
});

describe('files for platforms', () => {
  it('hold those whom the channel may reach, with what it needs, one file a channel', async () => {
    const texts = await textsOf({ platform: { targets: ['email', 'sms', 'post'] } });
    const ids = (channel: string): string[] =>
      recordsOf(texts.get(`platform/s1-onak-${channel}.csv`)!).map((row) => row['Customer ID']!);
    expect(ids('email')).toEqual(['007', '009']);
    expect(ids('sms')).toEqual(['007']);
    expect(ids('post')).toEqual(['007']);
    expect(recordsOf(texts.get('platform/all-customers-email.csv')!)[0]).toEqual({
      Email: 'ane@example.eus',
      Name: '=Ane, "Bilbo"; ñ',
      Country: 'ES',
      Language: '',
      'Customer ID': '007',
      Segment: 's1',
    });
  });
});

it('profiles have a folder each, and only those that are asked for are written', async () => {
  const path = folder();
  const engine = await shopOf(customers);
  await exportSegments(engine, path, { profiles: { machine: true, platform: { targets: ['post'] } } });
  expect(readdirSync(path).sort()).toEqual(['machine', 'platform']);
});
