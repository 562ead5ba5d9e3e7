import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openDuckdb } from '../../src/engine/duckdb.ts';
import { customerColumns, prospectColumns } from '../../src/exports/columns.ts';
import { readSegments } from '../../src/exports/lists.ts';
import { exportSegments } from '../../src/exports/segments.ts';
import { raw } from '../../src/sql/sql.ts';
import { counting, folder, formulas, harmless, manyCustomers, recordsOf, shopOf } from './support.ts';

const segments = [
  { segment: 's1', name: 'Loyal regulars' },
  { segment: 's2', name: 'קונים חדשים' },
  { segment: 's10', name: '../up' },
];

const customers = [
  {
    customer_id: '007',
    name: 'Ane',
    segment: 's1',
    segment_name: 'Loyal regulars',
    monetary: 10.005,
    profit: -3.5,
    frequency: 2,
  },
  {
    customer_id: 'b',
    name: 'Ben',
    segment: 's2',
    segment_name: 'קונים חדשים',
    monetary: 900,
    favourite_category: 'Te, kafe',
  },
  { customer_id: 'a', name: 'יעל', segment: 's1', segment_name: 'Loyal regulars', monetary: 10.005 },
  { customer_id: 'n', name: 'Nobody', monetary: 1 },
  {
    customer_id: 'p',
    name: 'Prospect',
    is_prospect: true,
    likely_segment: 's1',
    likely_segment_name: 'Loyal regulars',
    likely_segment_probability: 0.61349,
  },
  { customer_id: 'q', name: 'Unknown', is_prospect: true },
];

const allOf = (path: string) => recordsOf(join(path, 'segments/all-customers.csv'));

describe('exportSegments(engine, folder)', () => {
  it('writes all customers, the prospects and one file per segment, and says what they hold', async () => {
    const path = folder();
    const engine = await shopOf(customers, segments);
    const profile = 'people';
    expect(await exportSegments(engine, path)).toEqual([
      { file: 'segments/all-customers.csv', rows: 4, profile },
      { file: 'segments/prospects.csv', rows: 2, profile },
      { file: 'segments/s1-loyal-regulars.csv', rows: 2, profile, segment: 's1' },
      { file: 'segments/s2.csv', rows: 1, profile, segment: 's2' },
      { file: 'segments/s10-up.csv', rows: 0, profile, segment: 's10' },
    ]);
    expect(readdirSync(join(path, 'segments')).sort()).toEqual(
      ['all-customers.csv', 'prospects.csv', 's1-loyal-regulars.csv', 's10-up.csv', 's2.csv'].sort(),
    );
    expect((await readSegments(engine)).map(({ stem }) => stem)).toEqual(['s1-loyal-regulars', 's2', 's10-up']);
  });

  it('begins with a byte order mark and ends every record with CRLF', async () => {
    const path = folder();
    await exportSegments(await shopOf(customers, segments), path);
    for (const file of readdirSync(join(path, 'segments'))) {
      const bytes = readFileSync(join(path, 'segments', file));
      expect([...bytes.subarray(0, 14)]).toEqual([0xef, 0xbb, 0xbf, ...Buffer.from('customer_id')]);
      const text = bytes.toString('utf8');
      expect(text.endsWith('\r\n')).toBe(true);
      expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    }
  });

  it('has the declared columns in their order', async () => {
    const path = folder();
    await exportSegments(await shopOf(customers, segments), path);
    const header = (file: string): string[] =>
      readFileSync(join(path, 'segments', file), 'utf8')
        .slice(1)
        .split('\r\n', 1)[0]!
        .split(',');
    expect(header('all-customers.csv')).toEqual(Object.keys(customerColumns));
    expect(header('s2.csv')).toEqual(Object.keys(customerColumns));
    expect(header('prospects.csv')).toEqual(Object.keys(prospectColumns));
  });

  it('sorts by money, then by id; prospects by the segment they resemble', async () => {
    const path = folder();
    await exportSegments(await shopOf(customers, segments), path);
    expect(allOf(path).map((row) => row.customer_id)).toEqual(['b', '007', 'a', 'n']);
    expect(recordsOf(join(path, 'segments/prospects.csv')).map((row) => row.customer_id)).toEqual(['p', 'q']);
  });

  it('writes numbers as numbers, days as days, and nothing for what is missing', async () => {
    const path = folder();
    await exportSegments(await shopOf([{ ...customers[0]!, last_purchased_on: '2026-01-31' }], segments), path);
    const [row] = allOf(path);
    expect(row).toMatchObject({
      customer_id: '007',
      monetary: '10.01',
      profit: '-3.50',
      frequency: '2',
      last_purchased_on: '2026-01-31',
      complaints: '',
      may_email: 'false',
    });
  });

  it('gives the same bytes whatever the order of the rows and the number of threads', async () => {
    const read = async (rows: typeof customers, threads: number): Promise<string[]> => {
      const path = folder();
      const written = await exportSegments(await shopOf(rows, [...segments].reverse(), { threads }), path);
      return written.map(({ file }) => readFileSync(join(path, file), 'utf8'));
    };
    const first = await read(customers, 1);
    expect(await read([...customers].reverse(), 1)).toEqual(first);
    expect(await read([customers[3]!, customers[0]!, ...customers.slice(4), customers[2]!, customers[1]!], 4)).toEqual(
      first,
    );
  });

  it('guards formulas in every text column and leaves other text alone', async () => {
    const path = folder();
    const texts = [...formulas, ...harmless];
    const columns = Object.keys(customerColumns).filter(
      (column) => customerColumns[column as keyof typeof customerColumns] === 'text',
    );
    const rows = texts.map((text, i) => ({
      ...Object.fromEntries(
        columns.filter((column) => !['sms', 'currency'].includes(column)).map((column) => [column, text]),
      ),
      customer_id: `c${String(i).padStart(3, '0')}`,
      email_opt_in: true,
      phone_opt_in: true,
      sms_opt_in: true,
      post_opt_in: true,
    }));
    await exportSegments(await shopOf(rows), path);
    const records = allOf(path);
    expect(records).toHaveLength(texts.length);
    records.forEach((record, i) => {
      const text = texts[i]!;
      for (const column of columns.filter(
        (column) => !['customer_id', 'best_channel'].includes(column) && column !== 'currency',
      ))
        expect(record[column]).toBe(formulas.includes(text) ? `'${text}` : text);
    });
  });

  it('guards the id too', async () => {
    const path = folder();
    await exportSegments(await shopOf([{ customer_id: '=1+1' }]), path);
    expect(allOf(path)[0]!.customer_id).toBe(`'=1+1`);
  });
});

const reachable = { email: 'ane@example.eus', phone: '600', city: 'Bilbo', postal_code: '48001' };

const addresses = ['email', 'phone', 'sms', 'city', 'postal_code'];

it('leaves the cells of margin and profit empty where no cost is known', async () => {
  const path = folder();
  await exportSegments(await shopOf([{ customer_id: 'a', gross_margin: 4, profit: 3, monetary: 5 }]), path, {
    noCosts: true,
  });
  expect(allOf(path)[0]).toMatchObject({ customer_id: 'a', monetary: '5.00', gross_margin: '', profit: '' });
});

describe('consent', () => {
  const cases = [
    ['nobody asked', {}, []],
    ['e-mail', { email_opt_in: true }, ['email']],
    ['phone', { phone_opt_in: true }, ['phone']],
    ['text messages', { sms_opt_in: true }, ['sms']],
    ['post', { post_opt_in: true }, ['city', 'postal_code']],
    ['advertising', { ads_opt_in: true }, []],
    [
      'all but e-mail',
      { email_opt_in: false, phone_opt_in: true, sms_opt_in: true, post_opt_in: true },
      ['phone', 'sms', 'city', 'postal_code'],
    ],
    [
      'all but phone',
      { email_opt_in: true, phone_opt_in: false, sms_opt_in: false, post_opt_in: true },
      ['email', 'city', 'postal_code'],
    ],
  ] as const;

  it('hands out only the addresses that are allowed', async () => {
    const path = folder();
    const rows = cases.flatMap(([name, consent]) => [
      { customer_id: name, ...reachable, ...consent, segment: 's1' },
      { customer_id: name, ...reachable, ...consent, is_prospect: true },
    ]);
    await exportSegments(await shopOf(rows, [{ segment: 's1', name: 'One' }]), path);
    for (const file of ['all-customers', 'prospects', 's1-one']) {
      const records = recordsOf(join(path, 'segments', `${file}.csv`));
      expect(records).toHaveLength(cases.length);
      for (const [name, , open] of cases) {
        const record = records.find((row) => row.customer_id === name)!;
        const shown = addresses.filter((column) => record[column] !== '');
        expect([file, name, ...shown]).toEqual([file, name, ...open]);
      }
    }
  });

  it('has the same number under its channel only', async () => {
    const path = folder();
    const rows = [{ customer_id: 'a', phone: '+34 000 043 747', sms_opt_in: true, phone_opt_in: false }];
    await exportSegments(await shopOf(rows), path);
    expect(allOf(path)[0]).toMatchObject({ phone: '', sms: '+34 000 043 747', may_phone: 'false', may_sms: 'true' });
  });

  const everything = { email_opt_in: true, phone_opt_in: true, sms_opt_in: true, post_opt_in: true, ads_opt_in: true };

  const answering = { best_channel: 'email', best_channel_rate: 0.25 };

  it('lets suppressions take consent back, by channel or all at once', async () => {
    const path = folder();
    const people = join(path, 'people.duckdb');
    const written = await openDuckdb({ file: people });
    await written.create(
      'suppression',
      raw(`select * from (values ('mail', 'email'), ('call', 'phone'), ('call', 'sms'), ('half', 'phone'), ('post', 'post'),
        ('all', '*'), ('odd', 'carrier pigeon'), ('none', null), ('mail', 'email')) as list (customer_id, channel)`),
    );
    await written.close();
    const ids = ['free', 'mail', 'call', 'half', 'post', 'all', 'odd', 'none'];
    const engine = await shopOf(ids.map((customer_id) => ({ customer_id, ...reachable, ...everything, ...answering })));
    await engine.attach(people, 'people');
    await exportSegments(engine, path, { suppressions: 'people.suppression' });
    const rows = new Map(allOf(path).map((row) => [row.customer_id!, row]));
    expect(rows.size).toBe(ids.length);
    const open = (id: string): string[] => addresses.filter((column) => rows.get(id)![column] !== '');
    expect(open('free')).toEqual(['email', 'phone', 'sms', 'city', 'postal_code']);
    expect(open('mail')).toEqual(['phone', 'sms', 'city', 'postal_code']);
    expect(open('call')).toEqual(['email', 'city', 'postal_code']);
    expect(open('half')).toEqual(['email', 'sms', 'city', 'postal_code']);
    expect(open('post')).toEqual(['email', 'phone', 'sms']);
    for (const id of ['all', 'odd', 'none']) expect(open(id)).toEqual([]);
    expect(rows.get('half')).toMatchObject({ may_phone: 'false', may_sms: 'true' });
    const best = (id: string) => [rows.get(id)!['best_channel'], rows.get(id)!['best_channel_rate']];
    expect([best('free'), best('half')]).toEqual([
      ['email', '0.2500'],
      ['email', '0.2500'],
    ]);
    for (const id of ['mail', 'all', 'odd', 'none']) expect(best(id)).toEqual(['', '']);
  });
});

describe('what crosses to TypeScript', () => {
  it('is one row per segment, and whether anybody is ranked by likeness, at a hundred customers and at ten thousand', async () => {
    for (const count of [100, 10_000]) {
      const counted = counting(await manyCustomers(count));
      const written = await exportSegments(counted.engine, folder());
      expect(written[0]!.rows).toBe(count);
      expect(counted.rows()).toBe(2);
    }
  });
});
