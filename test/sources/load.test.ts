import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DataError } from '../../src/errors.ts';
import { checkAccounts } from '../../src/sources/accounts.ts';
import type { PlacedLoad } from '../../src/sources/load-record.ts';
import { raw } from '../../src/sql/sql.ts';
import { isFull } from '../support/full.ts';
import { Shop } from '../support/loading.ts';
import { withPoints } from '../faults/support/points.ts';

const header = 'order_id,line_number,customer_id,purchased_at,quantity,unit_price\n';
const same = (files: string | string[], more: object = {}) => ({
  files,
  tables: { purchases: 'same' as const },
  ...more,
});
const lines =
  'select order_id, line_number, customer_id, cast(quantity as varchar) as quantity, cast(unit_price as varchar) as unit_price, cast(purchased_at as varchar) as at from raw.purchases order by order_id, line_number';
const shape = {
  order_id: 'text',
  line_number: 'text',
  customer_id: 'text?',
  quantity: 'text',
  unit_price: 'text?',
  at: 'text',
} as const;
const rejects = 'select line, record, column_name, reason, value, record_text from raw.rejects order by line, reason';
const rejectShape = {
  line: 'integer',
  record: 'integer',
  column_name: 'text',
  reason: 'text',
  value: 'text?',
  record_text: 'text?',
} as const;
const account = ({
  accounts,
}: {
  accounts: readonly { load: { records: number }; loaded: number; rejected: number; skipped: number }[];
}) => accounts.map(({ load, loaded, rejected, skipped }) => [load.records, loaded, rejected, skipped]);

const bought = (order: string, customer: string, at: string) => ({
  order_id: order,
  line_number: '1',
  customer_id: customer,
  purchased_at: at,
  quantity: 1,
});

describe('gatherLoads and resolveLoads', () => {
  it('reads typed values exactly', async () => {
    const shop = new Shop().write('p.csv', `${header}007,1, C1 ,2024-02-29T10:30:00Z,2,900719925474.9931\n`);
    const loaded = await shop.load({ p: same('p.csv') });
    expect(await loaded.read(lines, shape)).toEqual([
      {
        order_id: '007',
        line_number: '1',
        customer_id: 'C1',
        quantity: '2.0000',
        unit_price: '900719925474.9931',
        at: '2024-02-29 11:30:00',
      },
    ]);
    expect(account(loaded)).toEqual([[1, 1, 0, 0]]);
  });

  it('rejects what cannot be read, with line, column, reason and record, and keeps the rest', async () => {
    const text = [
      '1,1,C1,2024-01-02,1,1.5',
      '',
      '2,1,C1,2024-13-02,1,1.5',
      '3,1,"C\n1",2024-01-02,1,1.5',
      '4,1,C1,2024-01-02,1.7.1,1.5',
      '5,1,C1,2024-01-02,1',
      '6,1,C1,2024-01-02,1,2,',
      '7,1,C1,2024-01-02,1,2,3,4',
      '8,1,,2024-01-02,1,2',
      '9,1,C1,2024-01-02,1,123456789012345',
      '10,1,C1,infinity,1,1',
      '11,1,C1,0024-01-02,1,1',
      '12,1,C1,2024-01-02,1,',
      '13,1,C1,2024-01-02,1,1',
      '14,1,C1,2024-01-02,100000000000,100000',
    ].join('\n');
    const loaded = await new Shop().write('p.csv', header + text).load({ p: same('p.csv', { max_rejected: '90%' }) });
    expect(
      (await loaded.read(rejects, rejectShape)).map(({ line, record, column_name, reason, value }) => [
        line,
        record,
        column_name,
        reason,
        value,
      ]),
    ).toEqual([
      [4, 2, 'purchased_at', 'not_a_date', '2024-13-02'],
      [7, 4, 'quantity', 'not_a_number', '1.7.1'],
      [8, 5, '', 'too_few_fields', null],
      [9, 6, '', 'too_many_fields', null],
      [10, 7, '', 'too_many_columns_in_field_8', null],
      [11, 8, 'customer_id', 'missing', null],
      [12, 9, 'unit_price', 'does_not_fit', '123456789012345'],
      [13, 10, 'purchased_at', 'not_a_date', 'infinity'],
      [14, 11, 'purchased_at', 'impossible_date', '0024-01-02'],
      [15, 12, 'amount', 'missing', null],
      [17, 14, 'unit_price', 'does_not_fit', '100000'],
    ]);
    expect((await loaded.read(rejects, rejectShape))[1]!.record_text).toBe('4,1,C1,2024-01-02,1.7.1,1.5');
    expect(account(loaded)).toEqual([[14, 3, 11, 0]]);
    expect((await loaded.read(lines, shape)).map(({ order_id }) => order_id)).toEqual(['1', '13', '3']);
  });

  it('counts an unclosed quote as one rejected record, on one thread or two', async () => {
    for (const inside of ['', '1,1,"C\n1",2024-01-02,1,1\n']) {
      const text = `${header}${inside}2,1,C1,2024-01-02,1,1\n"3,1,C1,2024-01-02,1,1\n4,1,C1,2024-01-02,1,1\n`;
      const loaded = await new Shop().write('p.csv', text).load({ p: same('p.csv', { max_rejected: 1 }) });
      expect((await loaded.read(rejects, rejectShape)).map(({ reason }) => reason)).toEqual([
        expect.stringContaining('quote'),
      ]);
      expect(account(loaded)[0]!.slice(1)).toEqual([inside === '' ? 1 : 2, 1, 0]);
    }
  });

  it('rejects bytes that are not of the encoding, line by line in UTF-8', async () => {
    const bad = Buffer.concat([
      Buffer.from(`${header}1,1,C`),
      Buffer.from([0xe9]),
      Buffer.from(',2024-01-02,1,1\n2,1,C2,2024-01-02,1,1\n'),
    ]);
    const loaded = await new Shop().write('p.csv', bad).load({ p: same('p.csv', { max_rejected: 1 }) });
    expect((await loaded.read(rejects, rejectShape)).map(({ line, reason }) => [line, reason])).toEqual([
      [2, 'invalid_encoding_in_field_3'],
    ]);
  });

  it.each([
    ['UTF-8 with a byte order mark', (text: string) => Buffer.from(`\ufeff${text}`), 'p.csv', {}],
    ['UTF-16 with a byte order mark', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le'), 'p.csv', {}],
    ['gzip', (text: string) => gzipSync(text), 'p.csv.gz', {}],
    ['mixed line breaks', (text: string) => Buffer.from(text.replace('\n', '\r\n')), 'p.csv', {}],
    ['CR line breaks', (text: string) => Buffer.from(text.replaceAll('\n', '\r')), 'p.csv', {}],
  ])('reads %s', async (_, encode, file, more) => {
    const text = `${header}1,1,Señora שלום,2024-01-02,1,1\n2,1,C2,2024-01-02,1,1\n`;
    const loaded = await new Shop().write(file, encode(text)).load({ p: same(file, more) });
    expect((await loaded.read(lines, shape)).map(({ customer_id }) => customer_id)).toEqual(['Señora שלום', 'C2']);
  });

  it.each([
    ['windows-1252', [0x80, 0x93, 0xf1], '€“ñ'],
    ['windows-1255', [0xf9, 0xec, 0xe5, 0xed], 'שלום'],
    ['iso-8859-1', [0xe9], 'é'],
  ])('reads %s', async (encoding, bytes, name) => {
    const text = Buffer.concat([Buffer.from('customer_id,name\n1,'), Buffer.from(bytes), Buffer.from('\n')]);
    const loaded = await new Shop()
      .write('c.csv', text)
      .load({ c: { files: 'c.csv', encoding, tables: { customers: 'same' } } });
    expect(await loaded.read('select name from raw.customers', { name: 'text' })).toEqual([{ name }]);
  });

  it('reads other delimiters, decimal commas, thousands and date formats', async () => {
    const text =
      'pedido;linea;cliente;fecha;uds;precio\n1;1;C1;03/04/2025 17:05;1.000;1.234,5\n2;1;C1;31/02/2025 00:00;1;1\n3;1;C1;03/04/2025 17:05;1;12.34\n';
    const loaded = await new Shop().write('p.csv', text).load({
      p: {
        files: '*.csv',
        delimiter: ';',
        decimal_mark: ',',
        thousands_mark: '.',
        date_format: '%d/%m/%Y %H:%M',
        max_rejected: 2,
        tables: {
          purchases: {
            order_id: 'pedido',
            line_number: 'linea',
            customer_id: 'cliente',
            purchased_at: 'fecha',
            quantity: 'uds',
            unit_price: 'precio',
          },
        },
      },
    });
    expect(await loaded.read(lines, shape)).toEqual([
      {
        order_id: '1',
        line_number: '1',
        customer_id: 'C1',
        quantity: '1000.0000',
        unit_price: '1234.5000',
        at: '2025-04-03 17:05:00',
      },
    ]);
    expect((await loaded.read(rejects, rejectShape)).map(({ reason }) => reason)).toEqual([
      'not_a_date',
      'not_a_number',
    ]);
  });

  it('evaluates expressions over headers, and rejects the records whose numbers they cannot read', async () => {
    const text =
      'Order ID,Sales,Discount,Quantity,State,Date\nA,90,0.1,2,sold,2024-01-01\nB,x,0.1,2,sold,2024-01-01\nC,50,0,1,back,2024-01-01\n';
    const tables = {
      purchases: {
        order_id: `'web-' || "Order ID"`,
        customer_id: `upper('c1')`,
        purchased_at: 'Date',
        quantity: `case when "State" = 'back' then -Quantity else Quantity end`,
        amount: 'Sales',
        discount: 'Sales * Discount / (1 - Discount)',
        currency: `'EUR'`,
      },
    };
    const loaded = await new Shop()
      .write('p.csv', text)
      .load({ p: { files: 'p.csv', tables, types: { State: 'text' }, max_rejected: 1 } });
    const query =
      'select order_id, cast(quantity as varchar) as quantity, cast(amount as varchar) as amount, cast(discount as varchar) as discount from raw.purchases order by order_id';
    expect(await loaded.read(query, { order_id: 'text', quantity: 'text', amount: 'text', discount: 'text' })).toEqual([
      { order_id: 'web-A', quantity: '2.0000', amount: '90.0000', discount: '10.0000' },
      { order_id: 'web-C', quantity: '-1.0000', amount: '50.0000', discount: '0.0000' },
    ]);
    expect(
      (await loaded.read(rejects, rejectShape)).map(({ line, column_name, value }) => [line, column_name, value]),
    ).toEqual([[3, 'Sales', 'x']]);
  });

  it('reads JSON lines and Parquet', async () => {
    const shop = new Shop().write(
      'i.jsonl',
      '{"id":1,"who":"C1","at":"2024-01-02T10:00:00+02:00","via":"email","text":"line\\nbreak"}\n{"id":2,"who":null,"at":"2024-01-02","via":"email"}\nnot json\n[1]\n',
    );
    const tables = {
      interactions: { interaction_id: 'id', customer_id: 'who', occurred_at: 'at', channel: 'via', text: 'text' },
    };
    const loaded = await shop.load({ i: { files: 'i.jsonl', tables, max_rejected: 3 } });
    expect(
      await loaded.read('select interaction_id, cast(occurred_at as varchar) as at, text from raw.interactions', {
        interaction_id: 'text',
        at: 'text',
        text: 'text',
      }),
    ).toEqual([{ interaction_id: '1', at: '2024-01-02 09:00:00', text: 'line\nbreak' }]);
    expect((await loaded.read(rejects, rejectShape)).map(({ line, reason }) => [line, reason])).toEqual([
      [2, 'missing'],
      [3, 'not_json'],
      [4, 'not_a_json_object'],
    ]);
    await loaded.engine.unload(
      { parts: ["select 1 as id, 'C1' as who, timestamp '2024-01-02 10:00:00' as at, 'web' as via, 1.5 as text"] },
      join(shop.folder, 'i.parquet'),
      'parquet',
    );
    const again = await shop.load({ q: { files: 'i.parquet', tables } });
    expect(
      await again.read('select interaction_id, cast(occurred_at as varchar) as at, text from raw.interactions', {
        interaction_id: 'text',
        at: 'text',
        text: 'text',
      }),
    ).toEqual([{ interaction_id: '1', at: '2024-01-02 10:00:00', text: '1.5' }]);
  });

  it('lets an order in a later file replace all its lines', async () => {
    const shop = new Shop()
      .write('in/1.csv', `${header}A,1,C1,2024-01-02,1,1\nA,2,C1,2024-01-02,1,1\nB,1,C1,2024-01-02,1,1\n`)
      .write('in/2.csv', `${header}A,1,C1,2024-01-02,5,1\n`);
    const loaded = await shop.load({ p: same('in/*.csv') });
    expect((await loaded.read(lines, shape)).map(({ order_id, quantity }) => [order_id, quantity])).toEqual([
      ['A', '5.0000'],
      ['B', '1.0000'],
    ]);
    expect(account(loaded)).toEqual([
      [3, 1, 0, 2],
      [1, 1, 0, 0],
    ]);
  });

  it('skips exact repeats, rejects rows of one key that differ, and takes the newer by updated_at', async () => {
    const text = 'customer_id,name,changed\n1,Ane,2024-01-01\n1,Ane,2024-01-01\n2,Jon,2024-01-01\n2,Jone,2024-01-02\n';
    const tables = { customers: { customer_id: 'customer_id', name: 'name' } };
    const strict = await new Shop().write('c.csv', text).load({ c: { files: 'c.csv', tables, max_rejected: 2 } });
    expect(account(strict)).toEqual([[4, 1, 2, 1]]);
    expect((await strict.read(rejects, rejectShape)).map(({ line, reason }) => [line, reason])).toEqual([
      [4, 'conflicting_rows_of_one_key'],
      [5, 'conflicting_rows_of_one_key'],
    ]);
    const versioned = await new Shop()
      .write('c.csv', text)
      .load({ c: { files: 'c.csv', tables, updated_at: 'changed' } });
    expect(account(versioned)).toEqual([[4, 2, 0, 2]]);
    expect(await versioned.read('select name from raw.customers order by name', { name: 'text' })).toEqual([
      { name: 'Ane' },
      { name: 'Jone' },
    ]);
  });

  it('feeds several tables from one flat file: the newest attributes win', async () => {
    const text =
      'order,who,city,what,day,paid\n1,C1,Bilbo,P1,2024-01-05,1\n2,C1,Donostia,P1,2024-02-05,1\n3,C1,Gasteiz,P1,2023-02-05,1\n';
    const loaded = await new Shop().write('f.csv', text).load({
      flat: {
        files: 'f.csv',
        tables: {
          customers: { customer_id: 'who', city: 'city', attributes: { last_product: 'what' } },
          purchases: {
            order_id: 'order',
            customer_id: 'who',
            product_id: 'what',
            purchased_at: 'day',
            quantity: '1',
            amount: 'paid',
          },
        },
      },
    });
    expect(
      await loaded.read('select city, attributes from raw.customers', { city: 'text', attributes: 'json' }),
    ).toEqual([{ city: 'Donostia', attributes: { last_product: 'P1' } }]);
    expect(account(loaded)).toEqual([
      [3, 1, 0, 2],
      [3, 3, 0, 0],
    ]);
  });

  it('numbers the lines of an order by what they hold, and keeps equal lines', async () => {
    const rows = ['A,C1,2024-01-02,1,5', 'A,C1,2024-01-02,1,5', 'A,C1,2024-01-02,1,3'];
    const load = async (order: readonly string[]) => {
      const shop = new Shop().write(
        'p.csv',
        `order_id,customer_id,purchased_at,quantity,unit_price\n${order.join('\n')}\n`,
      );
      return (await shop.load({ p: same('p.csv') })).read(lines, shape);
    };
    const first = await load(rows);
    expect(first.map(({ line_number, unit_price }) => [line_number, unit_price])).toEqual([
      ['1', '3.0000'],
      ['2', '5.0000'],
      ['3', '5.0000'],
    ]);
    expect(await load(rows.toReversed())).toEqual(first);
  });

  it('rejects orders of several customers', async () => {
    const loaded = await new Shop()
      .write('p.csv', `${header}A,1,C1,2024-01-02,1,1\nA,2,C2,2024-01-02,1,1\nB,1,C2,2024-01-02,1,1\n`)
      .load({ p: same('p.csv', { max_rejected: 2 }) });
    expect(account(loaded)).toEqual([[3, 1, 2, 0]]);
  });

  it('treats missing and unknown customers as the source says', async () => {
    const purchases = `${header}A,1,C1,2024-01-02,1,1\nB,1,,2024-01-02,1,1\nC,1,C9,2024-01-02,1,1\n`;
    const load = async (more: object) =>
      new Shop()
        .write('c.csv', 'customer_id\nC1\n')
        .write('p.csv', purchases)
        .load({ c: { files: 'c.csv', tables: { customers: 'same' } }, p: same('p.csv', { max_rejected: 2, ...more }) });
    const who = async (outcome: Awaited<ReturnType<typeof load>>) =>
      (await outcome.read(lines, shape)).map(({ customer_id }) => customer_id);
    expect(await who(await load({}))).toEqual(['C1', 'C9']);
    expect(await who(await load({ missing_customer: 'anonymous' }))).toEqual(['C1', null, 'C9']);
    expect(await who(await load({ missing_customer: 'anonymous', unknown_customer: 'anonymous' }))).toEqual([
      'C1',
      null,
      null,
    ]);
    const strict = await load({ unknown_customer: 'reject' });
    expect(await who(strict)).toEqual(['C1']);
    expect((await strict.read(rejects, rejectShape)).map(({ line, reason }) => [line, reason])).toEqual([
      [3, 'missing'],
      [4, 'unknown_customer'],
    ]);
  });

  it('does not read known files again, reads them again under a corrected mapping, and keeps files that are gone', async () => {
    const shop = new Shop().write('in/1.csv', `${header}A,1,C1,2024-01-02,1,1\n`);
    const first = await shop.load({ p: same('in/*.csv') });
    expect(first.loads[0]).toMatchObject({ known: false });
    shop.write('in/2.csv', `${header}B,1,C1,2024-01-02,1,1\n`);
    const second = await shop.load({ p: same('in/*.csv') });
    expect(second.loads.map((load) => 'known' in load && load.known)).toEqual([true, false]);
    shop.remove('in/1.csv');
    const third = await shop.load({ p: same('in/*.csv', { nulls: ['', 'NULL'] }) });
    expect(third.loads.map((load) => 'known' in load && load.known)).toEqual([true, false]);
    expect(third.notices).toEqual([expect.stringContaining('in/1.csv: was read under an earlier mapping and is gone')]);
    expect((await third.read(lines, shape)).map(({ order_id }) => order_id)).toEqual(['A', 'B']);
  });

  it('takes a snapshot as the whole: rows that are no longer in it are removed, and that is said', async () => {
    const source = { c: { files: 'c.csv', mode: 'snapshot' as const, tables: { customers: 'same' as const } } };
    const shop = new Shop().write('c.csv', 'customer_id\n1\n2\n3\n');
    await shop.load(source);
    const second = await shop.write('c.csv', 'customer_id\n2\n4\n').load(source);
    expect(await second.read('select customer_id from raw.customers order by 1', { customer_id: 'text' })).toEqual([
      { customer_id: '2' },
      { customer_id: '4' },
    ]);
    expect(second.notices).toEqual(['c.csv: 2 customers of the former snapshot are no longer in it; they are removed']);
  });

  it('converts currencies by the rate of the day, and refuses those without a rate', async () => {
    const shop = new Shop().write(
      'p.csv',
      `${header.trim()},currency\nA,1,C1,2024-01-02,1,10,USD\nB,1,C1,2024-06-02,1,10,USD\nC,1,C1,2024-06-02,1,10,EUR\n`,
    );
    await expect(shop.load({ p: same('p.csv') })).rejects.toThrow(/2 lines are in USD \(in p.csv\). Add rates.USD/);
    const rates = {
      USD: [
        { from: '2024-01-01', rate: 0.9 },
        { from: '2024-06-01', rate: 0.8 },
      ],
    };
    const loaded = await shop.load({ p: same('p.csv') }, { rates });
    expect((await loaded.read(lines, shape)).map(({ unit_price }) => unit_price)).toEqual([
      '9.0000',
      '8.0000',
      '10.0000',
    ]);
    await expect(
      shop.load({ p: same('p.csv') }, { rates: { USD: [{ from: '2024-02-01', rate: 0.9 }] } }),
    ).rejects.toThrow(/must begin on 2024-01-02 or before/);
  });

  it('stops above the threshold and leaves all rejects in a file', async () => {
    const shop = new Shop().write('p.csv', `${header}A,1,C1,2024-01-02,1,1\nB,1,C1,x,1,1\n`);
    const attempt = shop.load({ p: same('p.csv', { max_rejected: '10%' }) });
    await expect(attempt).rejects.toThrow(DataError);
    await expect(attempt).rejects.toThrow(
      'p.csv: at most 10% of 2 records may be rejected as purchases; 1 were: 1 × not_a_date in purchased_at (first: line 3)',
    );
    const file = join(shop.folder, 'store/last-rejects.csv');
    expect(existsSync(file) && readFileSync(file, 'utf8')).toContain('B,1,C1,x,1,1');
  });

  it('stops where a control total differs', async () => {
    const shop = new Shop().write('p.csv', `${header}A,1,C1,2024-01-02,2,1.5\n`);
    await shop.load({ p: same('p.csv', { expect: { records: 1, orders: 1, customers: 1, lines: 1, net_amount: 3 } }) });
    await expect(shop.load({ p: same('p.csv', { expect: { orders: 2, net_amount: 4 } }) })).rejects.toThrow(
      'sources.p.expect.orders: must be 2; the files hold 1\nsources.p.expect.net_amount: must be 4; the files hold 3',
    );
  });

  it('refuses a changed header in words, all problems at once', async () => {
    const shop = new Shop().write('p.csv', 'order,customer,bought,qty,price\n');
    const tables = {
      purchases: {
        order_id: 'order',
        customer_id: 'custommer',
        purchased_at: 'bougth',
        quantity: 'qty',
        unit_price: 'price * nothing',
      },
    };
    const attempt = shop.load({ p: { files: 'p.csv', tables } });
    await expect(attempt).rejects.toThrow(
      'purchases.customer_id must be a header of the file or an expression over its headers; got "custommer", the nearest header is "customer"',
    );
    await expect(attempt).rejects.toThrow('purchases.purchased_at');
    await expect(attempt).rejects.toThrow('purchases.unit_price');
    await expect(new Shop().load({ p: same('none.csv') })).rejects.toThrow(
      'sources.p.files must name a file that is there; nothing is found for none.csv',
    );
    await expect(new Shop().write('e.csv', '').load({ p: same('e.csv') })).rejects.toThrow(
      'e.csv: must begin with a header row; the file is empty',
    );
    await expect(new Shop().write('d.csv', 'a,a\n').load({ p: same('d.csv') })).rejects.toThrow(
      'column names must differ; "a" stands twice',
    );
  });

  it('refuses a file that lost a column its source had before', async () => {
    const source = { c: { files: 'in/*.csv', tables: { customers: 'same' as const } } };
    const shop = new Shop().write('in/1.csv', 'customer_id,email,email_opt_in\n1,a@example.org,true\n');
    await shop.load(source);
    await expect(
      shop.write('in/2.csv', 'customer_id,email,e_mail_opt_in\n2,b@example.org,true\n').load(source),
    ).rejects.toThrow('in/2.csv: the header must have what in/1.csv had; email_opt_in is gone, e_mail_opt_in is new');
  });

  it('binds expressions as one expression', async () => {
    const shop = new Shop().write('p.csv', `${header}A,1,C1,2024-01-02,1,1\n`);
    const tables = {
      purchases: {
        order_id: 'order_id',
        customer_id: "'x'); drop table raw.loads; --",
        purchased_at: 'purchased_at',
        quantity: 'quantity',
        unit_price: 'unit_price',
      },
    };
    await expect(shop.load({ p: { files: 'p.csv', tables } })).rejects.toThrow(
      'must be a header of the file or an expression',
    );
  });

  it('reads headers of any name in expressions, and refuses those that cannot be told apart', async () => {
    const shop = new Shop().write('p.csv', '#;#1;c1;ID;id\n7;o;9;x;y\n');
    const columns = { customer_id: 'c1', purchased_at: "'2024-01-02'", quantity: '1', amount: '1' };
    const load = (order: string) =>
      shop.load({ p: { files: 'p.csv', delimiter: ';', tables: { purchases: { ...columns, order_id: order } } } });
    const loaded = await load('"#1" || "#" || c1');
    expect((await loaded.read(lines, shape)).map(({ order_id }) => order_id)).toEqual(['o79']);
    await expect(load('"id" || \'!\'')).rejects.toThrow('headers that differ by case alone cannot be told apart');
  });

  it('joins loads that have different columns', async () => {
    const shop = new Shop()
      .write('p-1.csv', 'order_id,customer_id,purchased_at,quantity,unit_price,channel\nA,C,2024-01-02,1,5,web\n')
      .write('q-1.csv', 'order_id,purchased_at,customer_id,quantity,amount,store\nB,2024-01-03,D,2,7,Bilbo\n');
    const loaded = await shop.load({ p: same('p-*.csv'), q: same('q-*.csv') });
    const columns =
      'order_id, customer_id, cast(unit_price as varchar) as price, cast(amount as varchar) as amount, channel, store';
    expect(
      await loaded.read(`select ${columns} from raw.purchases order by order_id`, {
        order_id: 'text',
        customer_id: 'text',
        price: 'text?',
        amount: 'text?',
        channel: 'text?',
        store: 'text?',
      }),
    ).toEqual([
      { order_id: 'A', customer_id: 'C', price: '5.0000', amount: null, channel: 'web', store: null },
      { order_id: 'B', customer_id: 'D', price: null, amount: '7.0000', channel: null, store: 'Bilbo' },
    ]);
  });

  it('says so where an export is empty', async () => {
    const { notices } = await new Shop().write('p.csv', header).load({ p: same('p.csv') });
    expect(notices).toEqual(['p.csv: holds no records']);
  });

  it('names what has changed in a header that is mapped, and lets go what is not', async () => {
    const tables = {
      purchases: { order_id: 'Nr', customer_id: 'Kunde', purchased_at: 'Tag', quantity: '1', amount: '"Betrag" - 0' },
    };
    const shop = new Shop().write('1.csv', 'Nr;Kunde;Tag;Betrag;Id\nA;C;2024-01-02;5;x\n');
    const source = { p: { files: '*.csv', delimiter: ';', tables } };
    await shop.load(source);
    shop.write('2.csv', 'Nr;Kunde;Tag;Summe\nB;C;2024-01-02;5\n');
    await expect(shop.load(source)).rejects.toThrow(
      '2.csv: the header must have what 1.csv had; Betrag is gone, Summe is new. Correct the file or the mapping',
    );
    shop.write('2.csv', 'Nr;Kunde;Tag;Betrag\nB;C;2024-01-02;5\n');
    expect((await shop.load(source)).accounts).toHaveLength(2);
  });

  it.each([
    ['unitprice * 2', 'no header is called "unitprice"'],
    ['quantity +', 'syntax error'],
    ['nonsense(quantity)', 'Scalar Function with name nonsense does not exist'],
  ])('says in plain words why %s is no expression', async (expression, problem) => {
    const shop = new Shop().write('p.csv', `${header}A,1,C,2024-01-02,1,1\n`);
    const columns = ['order_id', 'line_number', 'customer_id', 'purchased_at', 'quantity'].map((name) => [name, name]);
    const tables = {
      purchases: { ...(Object.fromEntries(columns) as Record<string, string>), unit_price: expression },
    };
    const message = await shop
      .load({ p: { files: 'p.csv', tables } })
      .catch((error: unknown) => (error as Error).message);
    expect(message).toContain(problem);
    expect(message).not.toMatch(/(Binder|Parser|Catalog) Error/);
  });

  it('says of a Parquet file that is none, or torn, what it must be', async () => {
    const shop = new Shop().write('p.parquet', 'PAR1 is how it begins');
    await expect(shop.load({ p: same('p.parquet') })).rejects.toThrow(
      /^p\.parquet: must be a Parquet file that can be read; /,
    );
    await expect(shop.load({ p: same('p.parquet') })).rejects.toThrow(DataError);
  });

  it('keeps the text of what it rejects from Parquet, or for its meaning, as JSON', async () => {
    const shop = new Shop().write('p.csv', `${header}A,1,C1,2024-01-02,1,1\nA,1,C2,2024-01-02,1,1\n`);
    const parquet = join(shop.folder, 'q.parquet');
    const { engine } = await shop.load({ p: same('p.csv', { max_rejected: '100%' }) });
    const row = `'B' as order_id, '1' as line_number, 'C' as customer_id, 'x' as purchased_at, 1 as quantity, 2.5 as unit_price`;
    await engine.unload(raw(`select ${row}`), parquet, 'parquet');
    const sources = { p: same('p.csv', { max_rejected: '100%' }), q: same('q.parquet', { max_rejected: '100%' }) };
    const loaded = await shop.load(sources);
    expect(
      (await loaded.read(rejects, rejectShape)).map(({ record_text }) => JSON.parse(record_text!) as unknown),
    ).toEqual([
      { ...bought('B', 'C', 'x'), unit_price: 2.5 },
      { ...bought('A', 'C1', '2024-01-02 00:00:00'), unit_price: 1 },
      { ...bought('A', 'C2', '2024-01-02 00:00:00'), unit_price: 1 },
    ]);
  });

  it('rejects lines of JSON that are no UTF-8, and keeps the rest', async () => {
    const line = (id: string): string =>
      `{"order_id":"${id}","line_number":"1","customer_id":"C","purchased_at":"2024-01-02","quantity":1,"unit_price":1}\n`;
    const shop = new Shop().write(
      'p.jsonl',
      Buffer.concat([Buffer.from(line('A')), Buffer.from(line('\xff'), 'latin1'), Buffer.from(line('B'))]),
    );
    const loaded = await shop.load({ p: same('p.jsonl', { max_rejected: 1 }) });
    expect(account(loaded)).toEqual([[3, 2, 1, 0]]);
    expect((await loaded.read(rejects, rejectShape)).map(({ line, reason }) => [line, reason])).toEqual([
      [2, 'invalid_encoding_in_field_1'],
    ]);
  });

  it('says which files of a rolled back release count no longer', async () => {
    const shop = new Shop().write('p-1.csv', `${header}A,1,C,2024-01-02,1,1\n`);
    const source = { p: same('p-*.csv') };
    const first = await shop.load(source);
    shop.write('p-2.csv', `${header}B,1,C,2024-01-03,1,1\n`);
    const { loads: abandoned } = await shop.load(source);
    const rolledBack = new Shop().write('p-1.csv', `${header}A,1,C,2024-01-02,1,1\n`);
    expect((await rolledBack.load(source, { abandoned })).notices).toEqual([
      'p-2.csv: was read by a release that was rolled back, and is gone; its 1 records of purchases do not count. Put the file back to count them',
    ]);
    const again = await rolledBack.load(source, { abandoned });
    expect(again.leftBehind.map(({ file }) => file)).toEqual(['p-2.csv']);
    rolledBack.write('p-2.csv', `${header}B,1,C,2024-01-03,1,1\n`);
    expect((await rolledBack.load(source, { abandoned })).notices).toEqual([]);
    expect(first.notices).toEqual([]);
  });

  it('tells the right line of every reject, among empty lines, refused records and line breaks in quotes', async () => {
    const kinds = ['good', 'bad', 'wide', 'empty', 'multiline'] as const;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom(...kinds), { minLength: 1, maxLength: 25 }),
        fc.nat(3),
        async (rows, blank) => {
          let line = 2 + blank;
          const expected: number[] = [];
          const text = rows.map((kind) => {
            const at = line;
            line += kind === 'multiline' ? 2 : 1;
            if (kind === 'bad' || kind === 'wide') expected.push(at);
            const id = `${at},1`;
            return {
              good: `${id},C,2024-01-02,1,1`,
              bad: `${id},C,2024-01-02,x,1`,
              wide: `${id},C,2024-01-02,1,1,2,3`,
              empty: '',
              multiline: `${id},"C\n1",2024-01-02,1,1`,
            }[kind];
          });
          const loaded = await new Shop()
            .write('p.csv', `${'\n'.repeat(blank)}${header}${text.join('\n')}\n`)
            .load({ p: same('p.csv', { max_rejected: '100%' }) });
          expect((await loaded.read(rejects, rejectShape)).map((reject) => reject.line)).toEqual(expected);
          expect((await loaded.read(lines, shape)).length).toBe(
            rows.filter((kind) => kind === 'good' || kind === 'multiline').length,
          );
        },
      ),
      { numRuns: isFull ? 15 : 3 },
    );
  });

  it('loads what csv-parse reads of any well-formed file, cell by cell', async () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', ',', '"', '\n', ' ', 'ñ', ';', '|', '\t'),
      minLength: 1,
      maxLength: 6,
    });
    await fc.assert(
      fc.asyncProperty(fc.array(cell, { minLength: 1, maxLength: 20 }), async (names) => {
        const text = names.map((text, i) => `${i},"${text.replaceAll('"', '""')}"`).join('\n');
        const loaded = await new Shop()
          .write('c.csv', `customer_id,name\n${text}\n`)
          .load({ c: { files: 'c.csv', tables: { customers: 'same' } } });
        const found = await loaded.read('select name from raw.customers order by cast(customer_id as integer)', {
          name: 'text',
        });
        expect(found.map(({ name }) => name)).toEqual(names);
      }),
      { numRuns: isFull ? 15 : 3 },
    );
  });

  it('loses no record of any text, or refuses the file', async () => {
    const unit = fc.constantFrom('1', 'a', ',', '"', '\n', '\r\n', '\r', ' ', ';', 'é', '2024-01-02');
    let accepted = 0;
    await fc.assert(
      fc.asyncProperty(fc.string({ unit, maxLength: 120 }), async (text) => {
        try {
          const loaded = await new Shop()
            .write('p.csv', `${header}${text}`)
            .load({ p: same('p.csv', { max_rejected: '100%' }) });
          for (const [records, ok, rejected, skipped] of account(loaded))
            expect(ok! + rejected! + skipped!).toBe(records);
          accepted++;
        } catch (error) {
          expect(error).toBeInstanceOf(DataError);
          expect((error as DataError).message).toMatch(/by an independent count/);
        }
      }),
      { numRuns: isFull ? 24 : 8 },
    );
    expect(accepted).toBeGreaterThan(isFull ? 12 : 3);
  });

  it('stops where a record is lost: the account is not its own witness', async () => {
    const shop = new Shop().write('p.csv', `${header}A,1,C1,2024-01-02,1,1\nB,1,C1,2024-01-02,1,1\n`);
    const { engine, loads } = await shop.load({ p: same('p.csv') });
    await engine.append(
      'raw.exceptions',
      raw(
        `select 'purchases' as table_name, load_id, row_number, 'lost' as outcome, '' as reason from raw.placed_load, (select 1 as row_number) as one`,
      ),
    );
    await expect(checkAccounts(engine, loads as PlacedLoad[])).rejects.toThrow(
      '2 records must be 1 loaded + 0 rejected + 0 skipped purchases, and are not',
    );
  });

  it('takes headers for headers, whatever they are called, and names of files for names', async () => {
    const text = 'c2,surplus,c1,day,paid\nA,yes,7,2024-01-02,1\n';
    const tables = {
      purchases: {
        order_id: "c2 || '-' || c1",
        customer_id: 'c1',
        purchased_at: 'trim(day)',
        quantity: '1',
        amount: 'paid * 2',
        channel: "case when surplus = 'yes' then 'web' end",
      },
    };
    const shop = new Shop().write('p[1].csv', text).write('p1.csv', text.replace('A', 'WRONG'));
    const loaded = await shop.load({ p: { files: 'p[1].csv', tables } });
    expect(
      await loaded.read('select order_id, channel, cast(amount as varchar) as amount from raw.purchases', {
        order_id: 'text',
        channel: 'text',
        amount: 'text',
      }),
    ).toEqual([{ order_id: 'A-7', channel: 'web', amount: '2.0000' }]);
    const headless = await new Shop().write('h.csv', 'A,7,2024-01-02,1\n').load({
      p: {
        files: 'h.csv',
        header: false,
        tables: {
          purchases: { order_id: 'c1', customer_id: 'c2', purchased_at: 'c3', quantity: 'c4 * 2', amount: 'c4' },
        },
      },
    });
    expect((await headless.read(lines, shape)).map(({ quantity }) => quantity)).toEqual(['2.0000']);
  });

  it('reads times in expressions by the rules of fields', async () => {
    const text = 'order_id,customer_id,day,quantity,amount\n1,C,2024-01-02T10:00:00+02:00,1,1\n2,C,infinity,1,1\n';
    const tables = {
      purchases: {
        order_id: 'order_id',
        customer_id: 'customer_id',
        purchased_at: 'trim(day)',
        quantity: 'quantity',
        amount: 'amount',
      },
    };
    const loaded = await new Shop().write('p.csv', text).load({ p: { files: 'p.csv', tables, max_rejected: 1 } });
    expect((await loaded.read(lines, shape)).map(({ at }) => at)).toEqual(['2024-01-02 09:00:00']);
  });

  it('rejects orders that two sources know by one id', async () => {
    const shop = new Shop()
      .write('web.csv', `${header}1,1,C1,2024-01-02,1,1\n`)
      .write('shop.csv', `${header}1,1,C2,2024-01-02,1,1\n2,1,C2,2024-01-02,1,1\n`);
    const loaded = await shop.load({
      web: same('web.csv', { max_rejected: 1 }),
      shop: same('shop.csv', { max_rejected: 1 }),
    });
    expect(account(loaded)).toEqual([
      [1, 0, 1, 0],
      [2, 1, 1, 0],
    ]);
  });

  it('takes a file that says again what it once said for the newest word', async () => {
    const shop = new Shop();
    const night = async (quantity: number) =>
      (await shop.write('p.csv', `${header}A,1,C1,2024-01-02,${quantity},1\n`).load({ p: same('p.csv') })).read(
        lines,
        shape,
      );
    await night(1);
    await night(2);
    expect((await night(1)).map(({ quantity }) => quantity)).toEqual(['1.0000']);
  });

  it('takes the last of several snapshots by name, and stops where history is gone from the disk', async () => {
    const source = { c: { files: 'c-*.csv', mode: 'snapshot' as const, tables: { customers: 'same' as const } } };
    const loaded = await new Shop()
      .write('c-9.csv', 'customer_id\n1\n2\n')
      .write('c-10.csv', 'customer_id\n2\n')
      .load(source);
    expect(await loaded.read('select customer_id from raw.customers', { customer_id: 'text' })).toEqual([
      { customer_id: '2' },
    ]);
    const shop = new Shop().write('in/1.csv', `${header}A,1,C1,2024-01-02,1,1\n`);
    await shop.load({ p: same('in/*.csv') });
    rmSync(join(shop.folder, 'store/loads'), { recursive: true });
    shop.remove('in/1.csv').write('in/2.csv', `${header}B,1,C1,2024-01-02,1,1\n`);
    await expect(shop.load({ p: same('in/*.csv') })).rejects.toThrow(
      'in/1.csv: its purchases of an earlier run must lie in loads/',
    );
  });

  it('tells that what is noted beside a file cannot be written, whenever that fails', async () => {
    const shop = new Shop().write('p.csv', `${header}A,1,C1,2024-01-02,1,1\n`);
    for (const call of ['createWriteStream', 'createReadStream']) {
      const refuse = (point: string): void => {
        if (point.startsWith(call)) throw Object.assign(new Error(`ENOSPC, ${point}`), { code: 'ENOSPC' });
      };
      const night = withPoints('file', shop.folder, refuse, () => shop.load({ p: same('p.csv') }));
      await expect(night, call).rejects.toThrow('ENOSPC');
    }
  });

  it('stops where a named file is missing, and says where a pattern finds nothing any more', async () => {
    const shop = new Shop().write('in/1.csv', `${header}A,1,C1,2024-01-02,1,1\n`);
    await shop.load({ p: same('in/*.csv') });
    await expect(shop.load({ p: same('in/2.csv') })).rejects.toThrow(
      'sources.p.files must name a file that is there; nothing is found for in/2.csv',
    );
    const later = await shop.remove('in/1.csv').load({ p: same('in/*.csv') });
    expect(later.notices).toEqual(['sources.p: no file matches now; it holds what was read on earlier nights']);
  });

  it('refuses a folder in the place of a file', async () => {
    const shop = new Shop().write('folder/x.csv', header);
    await expect(shop.load({ p: same('folder') })).rejects.toThrow(
      'folder: must be a file or a pattern; it is a folder',
    );
  });
});
