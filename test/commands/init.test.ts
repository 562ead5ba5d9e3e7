import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { main } from '../../src/cli.ts';
import { openDuckdb } from '../../src/engine/duckdb.ts';
import { readPipeline, type Pipeline } from '../../src/pipeline/spec.ts';
import { raw } from '../../src/sql/sql.ts';
import { recordingEffects, type RecordingEffects } from '../support/effects.ts';
import { temporaryFolder } from '../support/running.ts';
import { isFull } from '../support/full.ts';

type Files = Readonly<Record<string, string | Uint8Array>>;

interface Outcome extends RecordingEffects {
  readonly code: number;
  /** The pipeline that was written; fails where none was. */
  readonly text: string;
  readonly pipeline: Pipeline;
  /** The guesses that were told. */
  readonly guesses: readonly string[];
}

/** Runs `bezero init shop --from …` on files of a folder. */
async function initFrom(files: Files, ...argv: readonly string[]): Promise<Outcome> {
  const folder = temporaryFolder();
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  const effects = recordingEffects(folder);
  const from = Object.keys(files);
  const code = await main(['init', 'shop', ...(from.length > 0 ? ['--from', ...from] : []), ...argv], effects);
  const read = (): string => readFileSync(join(folder, 'shop/nightly.yaml'), 'utf8');
  const guesses = effects.said.filter((line) => line.startsWith('  shop/nightly.yaml:'));
  return {
    ...effects,
    code,
    guesses,
    get text() {
      return read();
    },
    get pipeline() {
      return readPipeline('shop/nightly.yaml', read(), folder);
    },
  };
}

const latin1 = (text: string): Buffer => Buffer.from(text, 'latin1');

describe('bezero init', () => {
  it('writes a pipeline for the canonical tables, its schema, an inbox and a .gitignore', async () => {
    const { cwd, code, pipeline, text, said } = await initFrom({});
    expect(code).toBe(0);
    expect(Object.keys(pipeline.sources)).toEqual(['purchases', 'customers', 'products', 'interactions', 'campaigns']);
    expect(pipeline).toMatchObject({ name: 'shop', time_zone: 'Europe/Madrid', store: join(cwd, 'shop/store') });
    expect(pipeline.steps.map(({ model }) => model)).toEqual(['rfm', 'kmeans']);
    expect(text).toContain('  # - discriminant:');
    const examples = text.indexOf('# audiences:');
    const shown =
      text.slice(0, examples) + text.slice(examples).replaceAll(/^# ((?:audiences|campaigns):| {2,}.*)/gm, '$1');
    const { audiences, campaigns, sources } = readPipeline(
      'shown.yaml',
      shown.replace('# freshness', 'freshness'),
      cwd,
    );
    expect([Object.keys(audiences), Object.keys(campaigns)]).toEqual([['win_back'], ['win_back_letter']]);
    expect(sources['purchases']!.freshness).toMatchObject({ warn_after_days: 2, error_after_days: 7 });
    expect(text.split('\n')[0]).toBe('# yaml-language-server: $schema=./pipeline.schema.json');
    expect(JSON.parse(readFileSync(join(cwd, 'shop/pipeline.schema.json'), 'utf8'))).toHaveProperty(
      'properties.sources',
    );
    expect(readFileSync(join(cwd, 'shop/.gitignore'), 'utf8')).toBe('store/\n');
    expect(existsSync(join(cwd, 'shop/inbox'))).toBe(true);
    expect(said.slice(said.indexOf('next:'))).toEqual([
      'next:',
      '  1. put your exports in shop/inbox: purchases*.csv, and customers*.csv, products*.csv … where you have them',
      '  2. edit shop/nightly.yaml: currency, time zone, costs; other headers than the canonical ones need a mapping',
      '  3. npx bezero plan shop/nightly.yaml  checks the file, and the files it names',
      '  4. npx bezero run shop/nightly.yaml   loads, models and publishes',
      '  5. open shop/store/current/report.html, and put the run into cron: README.md, "Every night"',
    ]);
    expect(text).toContain('#   npx bezero run shop/nightly.yaml ');
    const empty = recordingEffects(cwd);
    expect(await main(['plan', 'shop/nightly.yaml'], empty)).toBe(3);
    expect(empty.said.at(-1)).toMatch(
      /^shop\/nightly\.yaml:\d+:\d+: sources\.purchases\.files must name a file that is there/,
    );
    writeFileSync(
      join(cwd, 'shop/inbox/purchases.csv'),
      'order_id,customer_id,purchased_at,quantity,amount\n1,C1,2026-01-02,1,5.00\n',
    );
    expect(await main(['plan', 'shop/nightly.yaml'], recordingEffects(cwd))).toBe(0);
  });

  it('never overwrites', async () => {
    const { cwd } = await initFrom({});
    writeFileSync(join(cwd, 'shop/nightly.yaml'), 'mine');
    const again = recordingEffects(cwd);
    expect(await main(['init', 'shop'], again)).toBe(2);
    expect(again.said).toEqual(['shop/nightly.yaml must not be there yet: init never overwrites; name another folder']);
    expect(readFileSync(join(cwd, 'shop/nightly.yaml'), 'utf8')).toBe('mine');
    mkdirSync(join(cwd, 'old'));
    writeFileSync(join(cwd, 'old/.gitignore'), 'mine');
    const beside = recordingEffects(cwd);
    expect(await main(['init', 'old'], beside)).toBe(0);
    expect(readFileSync(join(cwd, 'old/.gitignore'), 'utf8')).toBe('mine');
    expect(beside.said).toContain('.gitignore was there: see that it has a line store/');
  });

  it('tells programs what it did', async () => {
    const { printed } = await initFrom({}, '--json');
    expect(JSON.parse(printed.join(''))).toMatchObject({
      files: ['shop/nightly.yaml', 'shop/pipeline.schema.json', 'shop/.gitignore'],
      checks: [{ line: 10 }, { line: 13 }],
    });
  });
});

describe('bezero init --from', () => {
  it('reads a flat Spanish export: semicolons, decimal commas, days first, windows-1252', async () => {
    const { pipeline, text } = await initFrom({
      'pedidos.csv': latin1(
        'Nº pedido;Fecha;Código cliente;Nombre del cliente;Población;Referencia artículo;Categoría artículo;Unidades;Precio unitario;Dto;Vendedor\n' +
          '1001;25/01/2026;C7;José Núñez;Logroño;A1;Monte;2;12,50;1,50;Ana\n1002;03/02/2026;C8;Begoña Díez;Haro;A2;Casa;1;1.250,00;0,00;Ana\n',
      ),
    });
    const { pedidos } = pipeline.sources;
    expect(pedidos).toMatchObject({
      delimiter: ';',
      decimal_mark: ',',
      thousands_mark: '.',
      encoding: 'windows-1252',
      date_format: '%d/%m/%Y',
    });
    expect(pedidos!.tables).toEqual({
      purchases: {
        order_id: 'Nº pedido',
        customer_id: 'Código cliente',
        product_id: 'Referencia artículo',
        purchased_at: 'Fecha',
        quantity: 'Unidades',
        unit_price: 'Precio unitario',
        discount: 'Dto',
        sales_rep: 'Vendedor',
      },
      customers: { customer_id: 'Código cliente', name: 'Nombre del cliente', city: 'Población' },
      products: { product_id: 'Referencia artículo', category: 'Categoría artículo' },
    });
    expect(text).toMatch(/encoding: windows-1252 +# CHECK: guessed; does this read right\? José Núñez/);
    expect(text).toMatch(/purchased_at: Fecha +# was: 25\/01\/2026/);
  });

  it.each([
    [
      'Basque',
      'Eskaera zenbakia,Data,Bezero kodea,Kopurua,Zenbatekoa,Denda\n1,2026-01-25,B1,2,10.50,Bilbo\n',
      {
        order_id: 'Eskaera zenbakia',
        customer_id: 'Bezero kodea',
        purchased_at: 'Data',
        quantity: 'Kopurua',
        amount: 'Zenbatekoa',
        store: 'Denda',
      },
    ],
    [
      'German',
      'Bestellnummer,Bestelldatum,Kundennummer,Artikelnummer,Menge,Einzelpreis,MwSt\n1,2026-01-25,K1,A1,2,10.50,1.9\n',
      {
        order_id: 'Bestellnummer',
        customer_id: 'Kundennummer',
        product_id: 'Artikelnummer',
        purchased_at: 'Bestelldatum',
        quantity: 'Menge',
        unit_price: 'Einzelpreis',
        tax: 'MwSt',
      },
    ],
    [
      'French',
      'Numéro de commande,Date de commande,Code client,Quantité,Montant HT,Remise\n1,2026-01-25,C1,2,10.50,3.00\n',
      {
        order_id: 'Numéro de commande',
        customer_id: 'Code client',
        purchased_at: 'Date de commande',
        quantity: 'Quantité',
        amount: 'Montant HT',
        discount: 'Remise',
      },
    ],
    [
      'Hebrew',
      'מספר הזמנה,תאריך,מספר לקוח,כמות,סכום\n1,2026-01-25,L1,2,10.50\n',
      { order_id: 'מספר הזמנה', customer_id: 'מספר לקוח', purchased_at: 'תאריך', quantity: 'כמות', amount: 'סכום' },
    ],
    [
      'camelCase English',
      'invoiceNo,invoiceDate,customerId,stockCode,quantity,unitPrice\n1,2026-01-25,C1,S1,2,10.50\n',
      {
        order_id: 'invoiceNo',
        customer_id: 'customerId',
        product_id: 'stockCode',
        purchased_at: 'invoiceDate',
        quantity: 'quantity',
        unit_price: 'unitPrice',
      },
    ],
  ])('understands %s headers', async (_, csv, purchases) => {
    const { pipeline } = await initFrom({ 'sales.csv': csv });
    expect(pipeline.sources['sales']!.tables).toEqual({ purchases });
  });

  it('reads a customer list in UTF-16 with tabs, and keeps what is personal out of the pipeline', async () => {
    const rows =
      'Customer ID\tFull name\tE-mail\tBirthday\tCity\tAnnual income\tNewsletter\tTariff\n7\tAne Ruiz\tane@x.example\t1984-05-06\tBilbo\t31000\tyes\tgold\n8\tNoa Levi\tnoa@x.example\t1990-01-02\tHaifa\t28000\tno\tbase\n';
    const { pipeline, text } = await initFrom({
      'crm.txt': Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(rows, 'utf16le')]),
    });
    expect(pipeline.sources['crm']).toMatchObject({
      delimiter: '\t',
      encoding: 'utf-16le',
      tables: {
        customers: {
          customer_id: 'Customer ID',
          name: 'Full name',
          email: 'E-mail',
          birth_date: 'Birthday',
          city: 'City',
          annual_income: 'Annual income',
          email_opt_in: 'Newsletter',
          attributes: { tariff: 'Tariff' },
        },
      },
    });
    expect(text).not.toMatch(/Ane|x\.example|1984|31000|Bilbo/);
    expect(pipeline.steps.slice(-2)).toMatchObject([
      { model: 'discriminant', options: { predictors: ['age_years', 'annual_income'] } },
      { model: 'lookalike', options: { features: ['age_years', 'annual_income'] } },
    ]);
  });

  it('knows a date, an amount and the lines of orders although one in hundreds is a mistake', async () => {
    const lines = Array.from({ length: 600 }, (_, i) => {
      const day = i === 300 ? '31.02.2025' : `${1 + (i % 28)}.${1 + (i % 12)}.${2020 + (i % 5)}`;
      return `B${i};K${i % 90};${day};A${i % 40};${1 + (i % 3)};${i === 400 ? 'zwölf' : `${5 + (i % 300)},${10 + (i % 80)}`}`;
    });
    const { pipeline } = await initFrom({
      'bestellungen.csv': `Bestellnr;Kunde;Datum;Artikel;Menge;Betrag\n${lines.join('\n')}\n`,
    });
    expect(pipeline.sources['bestellungen']).toMatchObject({
      decimal_mark: ',',
      date_format: '%d.%m.%Y',
      tables: { purchases: { order_id: 'Bestellnr', customer_id: 'Kunde', purchased_at: 'Datum', quantity: 'Menge' } },
    });
  });

  it('asks where nothing tells day from month, and does not where another file does', async () => {
    const header = 'order_id,date,customer_id,amount,quantity\n';
    const open = await initFrom({ 'a.csv': `${header}1,01/02/2026,C1,5.00,1\n2,03/04/2026,C2,5.00,1\n` });
    expect(open.pipeline.sources['a']!.date_format).toBe('%d/%m/%Y');
    expect(open.guesses.join('\n')).toMatch(
      /shop\/nightly\.yaml:\d+: date_format: day or month first\? nothing tells: 01\/02\/2026 is taken with the day first; else write %m\/%d\/%Y/,
    );
    const settled = await initFrom({
      'a.csv': `${header}1,01/02/2026,C1,5.00,1\n`,
      'b.csv': `${header}2,12/25/2026,C2,5.00,1\n`,
    });
    expect(settled.pipeline.sources['a']).toMatchObject({
      date_format: '%m/%d/%Y',
      files: [expect.stringMatching(/a\.csv$/), expect.stringMatching(/b\.csv$/)],
    });
    expect(Object.keys(settled.pipeline.sources)).toEqual(['a']);
    expect(settled.guesses.join('\n')).not.toContain('date_format');
  });

  it('asks where a mark may stand before thousands or decimals', async () => {
    const { pipeline, guesses } = await initFrom({
      'a.csv': 'order_id;date;customer_id;amount;quantity\n1;2026-01-02;C1;1,234;1\n',
    });
    expect(pipeline.sources['a']!.decimal_mark).toBe(',');
    expect(guesses.join('\n')).toContain('is 1,234 1.234 or 1234? nothing tells; the first is taken');
  });

  it('takes a share for a share, a profit for a cost, and says so', async () => {
    const { pipeline, guesses } = await initFrom({
      'a.csv':
        'Order ID,Order Date,Customer ID,Sales,Quantity,Discount,Profit\n1,2026-01-02,C1,100.00,1,0.2,30.00\n2,2026-01-03,C1,50.00,1,0,-5.50\n',
    });
    expect(pipeline.sources['a']!.tables.purchases).toMatchObject({
      amount: 'Sales',
      discount: 'Sales * Discount / (1 - Discount)',
      cost: 'Sales - Profit',
    });
    expect(guesses.filter((guess) => /discount|cost/.test(guess))).toHaveLength(2);
  });

  it('adds up several discounts', async () => {
    const { pipeline, text } = await initFrom({
      'a.csv':
        'basket_id,date,household_id,sales_value,quantity,retail_disc,coupon_disc\n1,2026-01-02,C1,100.00,1,1.2,30.00\n',
    });
    expect(pipeline.sources['a']!.tables.purchases).toMatchObject({ discount: 'retail_disc + coupon_disc' });
    expect(text).not.toContain('not used');
  });

  it('reads money with its sign, words for nothing, times where a day is wanted, and lines without a customer', async () => {
    const { pipeline, guesses } = await initFrom({
      'a.csv':
        'order,time,customer id,price,qty,tax\n1,2026-01-02 10:00:00,C1,"$1,250.00",1,2.5\n2,2026-01-03 11:00:00,,$5.50,2,N/A\n',
      'c.csv': 'customer id,name,signup date\nC1,Ane,2025-01-02 10:30:00\nC2,Noa,2025-01-02 00:00:00\n',
    });
    const { a, c } = pipeline.sources;
    expect(a).toMatchObject({ nulls: ['', 'N/A'], missing_customer: 'anonymous', types: { price: 'text' } });
    expect(a!.tables.purchases).toMatchObject({
      order_id: 'order',
      unit_price: "cast(regexp_replace(price, '[^0-9.-]', '', 'g') as decimal(18,4))",
    });
    expect(c!.tables.customers).toMatchObject({ acquired_on: 'cast(cast("signup date" as timestamp) as date)' });
    expect(pipeline.currency).toBe('USD');
    expect(guesses.join('\n')).toContain('missing_customer: 1 of the first 2 lines have no customer');
  });

  it('fills in an order number and a quantity where there is none', async () => {
    const { pipeline } = await initFrom({
      'a.csv': 'customer_id,date,amount\nC1,2026-01-02,5.00\nC1,2026-01-03,6.00\n',
    });
    expect(pipeline.sources['a']!.tables.purchases).toEqual({
      order_id: `customer_id || ' ' || date`,
      customer_id: 'customer_id',
      purchased_at: 'date',
      quantity: '1',
      amount: 'amount',
    });
  });

  it('knows contacts, campaigns, products and returns, in gzip too', async () => {
    const { pipeline } = await initFrom({
      'calls.csv.gz': gzipSync(
        'call id,customer id,date,channel,duration,reason\n1,C1,2026-01-02T10:00:00,call_center,120,complaint\n',
      ),
      'campaigns.csv': 'campaign_id,name,start_date,end_date,budget\n1,Spring,2026-03-01,2026-03-31,400\n',
      'items.csv': 'SKU,Product name,Brand,Price\nA1,Tent,Haitz,99.00\n',
      'returns.csv': 'Returned,Order ID\nYes,1001\n',
    });
    expect(Object.fromEntries(Object.entries(pipeline.sources).map(([name, { tables }]) => [name, tables]))).toEqual({
      calls: {
        interactions: {
          interaction_id: 'call id',
          customer_id: 'customer id',
          occurred_at: 'date',
          channel: 'channel',
          kind: 'reason',
          duration_seconds: 'duration',
        },
      },
      campaigns: {
        campaigns: {
          campaign_id: 'campaign_id',
          name: 'name',
          started_on: 'start_date',
          ended_on: 'end_date',
          cost: 'budget',
        },
      },
      items: { products: { product_id: 'SKU', name: 'Product name', brand: 'Brand', list_price: 'Price' } },
      returns: { returns: { order_id: 'Order ID' } },
    });
  });

  it('lists the headers that nothing takes, and quotes what YAML or SQL would misread', async () => {
    const { pipeline, text } = await initFrom({
      'a.csv':
        'order,select,"customer: id",total #,date,quantity,yes\n1,x,C1,5.5,2026-01-02,1,z\n2,y,C1,6.5,2026-01-03,1,w\n',
    });
    expect(text).toContain('# not used: select, yes');
    expect(pipeline.sources['a']!.tables.purchases).toMatchObject({ customer_id: 'customer: id', amount: 'total #' });
  });

  it.each([
    ['what is not there', {}, ['--from', 'nothing.csv'], 'nothing.csv must be a file that can be read: ENOENT'],
    [
      'rows of many lengths',
      { 'a.csv': 'a\n1,2;3\n2,2;3|5,6\t9\n2|4,,\n\tz;;;\n' },
      [],
      'a.csv must be text with a delimiter (, ; tab or |) between its columns, and as many columns in each row; none fits',
    ],
    [
      'binary data',
      { 'a.csv': Buffer.from([80, 75, 3, 4, 0, 1, 2, 3]) },
      [],
      'a.csv must be delimited text; it holds binary data',
    ],
    [
      'columns without a name',
      { 'a.csv': ',order_id,date\n0,1,2026-01-01\n' },
      [],
      'a.csv:1: every column must have a name; column 1 has none',
    ],
    [
      'a name that stands twice',
      { 'a.csv': 'id,id,date\n0,1,2026-01-01\n' },
      [],
      'a.csv:1: column names must differ; "id" stands twice',
    ],
    ['one column', { 'a.csv': 'a\n1\n2\n' }, [], 'its columns are a'],
    ['an empty file', { 'a.csv': '\n' }, [], 'a.csv must hold rows under a header; it is empty'],
    ['a folder', {}, ['--from', '.'], '. must be a file; it is a folder: name a file in it'],
    ['columns of no table', { 'a.csv': 'alpha,beta\n1,2\n' }, [], 'its columns are alpha, beta'],
    ['no header', { 'a.csv': '1,2026-01-02,5.5\n2,2026-01-03,6.5\n' }, [], 'it has no header row'],
  ])('refuses %s', async (_, files, argv, problem) => {
    const { code, said, cwd } = await initFrom(files, ...argv);
    expect(said.join('\n')).toContain(problem);
    expect(code).toBe(2);
    expect(existsSync(join(cwd, 'shop'))).toBe(false);
  });

  it('leaves out what it does not understand where another file is clear, and says so', async () => {
    const { code, said, pipeline } = await initFrom({ 'a.csv': 'SKU,Brand\nA1,Haitz\n', 'b.csv': 'alpha,beta\n1,2\n' });
    expect(code).toBe(0);
    expect(Object.keys(pipeline.sources)).toEqual(['a']);
    expect(said.find((line) => line.startsWith('left out: b.csv must have columns'))).toBeDefined();
  });

  it.runIf(isFull)('proposes what a run then loads: every record, every cent', async () => {
    const { cwd, code } = await initFrom({
      'pedidos.csv': latin1(
        'Nº pedido;Fecha;Código cliente;Nombre del cliente;Referencia artículo;Unidades;Importe;Dto %\n' +
          Array.from(
            { length: 40 },
            (_, i) =>
              `${1000 + i};${String((i % 28) + 1).padStart(2, '0')}/01/2026;C${i % 9};Begoña ${i % 9};A${i % 4};${1 + (i % 3)};${10 + i},25;${i % 2 === 0 ? 20 : 0}\n`,
          ).join(''),
      ),
    });
    expect(code).toBe(0);
    const edited = readFileSync(join(cwd, 'shop/nightly.yaml'), 'utf8')
      .replace(/^steps:[\s\S]*?^outputs:/m, 'outputs:')
      .replace(/# freshness: .*? {2}#/, 'freshness: { warn_after_days: 9000 }  #');
    writeFileSync(join(cwd, 'shop/nightly.yaml'), edited);
    const run = recordingEffects(cwd);
    expect(await main(['run', 'shop/nightly.yaml'], run), run.said.join('\n')).toBe(0);
    const look = recordingEffects(cwd, { env: { BEZERO_STORE: join(cwd, 'shop/store') } });
    await main(['sql', 'select customers, lines, net_revenue, discounts from marts.total', '--json'], look);
    const net = Array.from({ length: 40 }, (_, i) => 10.25 + i).reduce((sum, amount) => sum + amount, 0);
    const discounts = Array.from({ length: 40 }, (_, i) => (i % 2 === 0 ? ((10.25 + i) * 0.2) / 0.8 : 0)).reduce(
      (sum, amount) => sum + amount,
      0,
    );
    const total = JSON.parse(Buffer.concat(look.written).toString()) as Record<string, number>;
    expect(total).toMatchObject({ customers: 9, lines: 40, net_revenue: net });
    expect(total['discounts']).toBeCloseTo(discounts, 2);
  });
});

describe('bezero init --from, and consent', () => {
  const customers = (headers: string, ...rows: readonly string[]): Files => ({
    'crm.csv': `customer_id,city,${headers}\n${rows.map((row, i) => `${i},Bilbo,${row}`).join('\n')}\n`,
  });

  it.each([
    ['email_consent', 'email_opt_in'],
    ['GDPR e-mail', 'email_opt_in'],
    ['Acepta llamadas', 'phone_opt_in'],
    ['smsOptIn', 'sms_opt_in'],
    ['Posta baimena', 'post_opt_in'],
    ['Customer SMS permission', 'sms_opt_in'],
    ['email_allowed', 'email_opt_in'],
  ])('maps yes and no for one channel: %s', async (header, canonical) => {
    const { pipeline, guesses } = await initFrom(customers(header, 'yes', 'no'));
    expect(pipeline.sources['crm']!.tables.customers).toEqual({
      customer_id: 'customer_id',
      city: 'city',
      [canonical]: header,
    });
    expect(guesses.join('\n')).not.toContain(header);
  });

  it.each([
    ['Consent', ['yes', 'no'], '# email_opt_in: Consent', 'Consent: consent to what?'],
    ['Opt-in', ['1', '0'], '# email_opt_in: Opt-in', 'Opt-in: consent to what?'],
    ['subscribed', ['true', 'false'], '# email_opt_in: subscribed', 'subscribed: consent to what?'],
    ['Acepta marketing', ['S', 'N'], '# email_opt_in: Acepta marketing', 'Acepta marketing: consent to what?'],
    ['Baimena', ['bai', 'ez'], '# email_opt_in: Baimena', 'Baimena: consent to what?'],
    ['gdpr', ['granted', 'withdrawn'], `# email_opt_in: case when gdpr = '…' then 'yes' else 'no' end`, 'which value'],
    ['consent date', ['2026-01-02', ''], '# email_opt_in: case when "consent date" is not null', 'does a date mean'],
    [
      'do_not_call',
      ['Y', 'N'],
      `# phone_opt_in: "case when do_not_call is null or lower`,
      'seems to mark who must not',
    ],
    ['No llamar', ['sí', 'no'], `# phone_opt_in: "case when \\"No llamar\\" is null or`, 'seems to mark who must not'],
    ['Unsubscribed', ['1', '0'], `# email_opt_in: "case when Unsubscribed is null or`, 'seems to mark who must not'],
    [
      'email refused on',
      ['2026-01-02', ''],
      `# email_opt_in: case when "email refused on" is null then`,
      'seems to mark',
    ],
    ['consent expiry date', ['2026-01-02', ''], `# email_opt_in: case when "consent expiry date" = '…'`, 'which value'],
    ['email consent source', ['yes', 'no'], `# email_opt_in: case when "email consent source" = '…'`, 'which value'],
    [
      'email consent not withdrawn',
      ['yes', 'no'],
      `# email_opt_in: case when "email consent not withdrawn" = '…'`,
      'which',
    ],
  ])('asks where it is not certain: %s', async (header, values, line, question) => {
    const { pipeline, text, guesses } = await initFrom(customers(header, ...values));
    expect(pipeline.sources['crm']!.tables.customers).toEqual({ customer_id: 'customer_id', city: 'city' });
    expect(text).toContain(`\n        ${line}`);
    expect(guesses.filter((guess) => guess.includes(header) && guess.includes(question))).toHaveLength(1);
    // Without the first #, the line is a mapping that means something.
    const mapped = text.replace(/^( +)# (\w+_opt_in: .*?) +# CHECK.*$/m, '$1$2').replace('…', 'granted');
    expect(readPipeline('nightly.yaml', mapped).sources['crm']!.tables.customers).toHaveProperty(
      line.slice(2, line.indexOf(':')),
    );
  });

  it.each([
    'email consent revoked',
    'email consent withdrawn',
    'sms consent refused',
    'block email marketing',
    'NoEmailConsent',
    'newsletter_baja',
    'sin permiso telefono',
    'email consent expired',
    'noemailconsent',
    'phone blocked',
  ])('never takes a refusal for consent: %s', async (header) => {
    const { pipeline, text, guesses } = await initFrom(customers(header, 'yes', 'no'));
    expect(pipeline.sources['crm']!.tables.customers).toEqual({ customer_id: 'customer_id', city: 'city' });
    expect(text).not.toMatch(new RegExp(`_opt_in: "?${header}`));
    expect(guesses.filter((guess) => guess.includes(`${header}: `))).toHaveLength(1);
  });

  it('maps a newsletter to e-mail, and says so', async () => {
    const { pipeline, guesses } = await initFrom(customers('Newsletter', 'yes', 'no'));
    expect(pipeline.sources['crm']!.tables.customers).toMatchObject({ email_opt_in: 'Newsletter' });
    expect(guesses.filter((guess) => guess.includes('email_opt_in: '))).toHaveLength(1);
  });

  it.each(['email unsubscribed', 'do_not_contact', 'Consent', 'email consent 2', 'Robinson', 'sms and email opt out'])(
    'asks about consent that another column may refuse: %s',
    async (other) => {
      for (const email of ['email_opt_in', 'Newsletter']) {
        const { pipeline, text, guesses } = await initFrom(customers(`${email},${other}`, 'yes,yes', 'no,no'));
        expect(pipeline.sources['crm']!.tables.customers).toEqual({ customer_id: 'customer_id', city: 'city' });
        expect(text).toContain(`# email_opt_in: ${email} `);
        expect(guesses.join('\n')).toContain(`${email}: ${other} may refuse what it allows`);
      }
    },
  );

  it('maps what only speaks of another channel than the refusal', async () => {
    const { pipeline } = await initFrom(customers('email_opt_in,do_not_call', 'yes,yes', 'no,no'));
    expect(pipeline.sources['crm']!.tables.customers).toMatchObject({ email_opt_in: 'email_opt_in' });
  });

  it('proposes for a refusal what lets nobody be reached who is marked in any way', async () => {
    const marks = ['Y', 'N', '', 'false', ' no ', 'perhaps', 'blocked', '2', '0'];
    const { text } = await initFrom(customers('do_not_email,last', ...marks.map((mark) => `"${mark}",1`)));
    const line = /# email_opt_in: (".*") +# CHECK/.exec(text)![1]!;
    const engine = await openDuckdb();
    const values = marks.map((mark) => `(nullif('${mark}', ''))`).join(', ');
    const expression = JSON.parse(line) as string;
    const rows = await engine.rows(
      raw(`select ${expression} as opt_in from (values ${values}) as marks (do_not_email)`),
      { opt_in: 'text' },
      20,
    );
    await engine.close();
    expect(rows.map((row) => row.opt_in)).toEqual(['no', 'yes', 'yes', 'yes', 'yes', 'no', 'no', 'no', 'yes']);
  });

  it('asks in a file of order lines too', async () => {
    const { text } = await initFrom({
      'a.csv':
        'order_id,date,customer_id,amount,quantity,opt_in\n1,2026-01-02,C1,5.00,1,yes\n2,2026-01-02,C1,5.00,1,yes\n',
    });
    expect(text).toMatch(/customers:\n +customer_id: customer_id\n +# email_opt_in: opt_in +# CHECK: opt_in: consent/);
  });
});

describe('bezero init --from, and names', () => {
  it.each([
    ['First name,Last name', '"First name", "Last name"', '"First name"', '"Last name"'],
    [
      'Nombre,Apellido 1,Apellido 2',
      'Nombre, "Apellido 1", "Apellido 2"',
      'Nombre',
      `nullif(concat_ws(' ', "Apellido 1", "Apellido 2"), '')`,
    ],
    ['Abizenak,Izena', 'Izena, Abizenak', 'Izena', 'Abizenak'],
    ['Nom,Prénom', '"Prénom", Nom', '"Prénom"', 'Nom'],
    ['שם פרטי,שם משפחה', '"שם פרטי", "שם משפחה"', '"שם פרטי"', '"שם משפחה"'],
  ])('joins %s, and keeps the parts', async (headers, parts, first_name, last_name) => {
    const row = headers.split(',').map((_, i) => `part${i}`);
    const { pipeline, text } = await initFrom({
      'crm.csv': `customer_id,city,${headers}\n1,Bilbo,${row.join()}\n2,Haro,${row.join()}\n`,
    });
    expect(pipeline.sources['crm']!.tables.customers).toEqual({
      customer_id: 'customer_id',
      city: 'city',
      name: `nullif(concat_ws(' ', ${parts}), '')`,
      first_name,
      last_name,
    });
    expect(text).not.toContain('part0');
  });

  it('leaves a name that is whole as it is', async () => {
    const { pipeline } = await initFrom({ 'crm.csv': 'customer_id,name,city\n1,Ane Ruiz,Bilbo\n2,Noa Levi,Haifa\n' });
    expect(pipeline.sources['crm']!.tables.customers).toMatchObject({ name: 'name' });
  });
});

describe('bezero init --from, and order lines', () => {
  /** Lines of three products in several quantities; `money` is what the ambiguous column holds. */
  const lines = (headers: string, money: (price: number, quantity: number, i: number) => number): Files => ({
    'a.csv': `${headers}\n${Array.from({ length: 30 }, (_, i) => {
      const [product, price, quantity] = [i % 3, [4, 12.5, 90][i % 3]!, 1 + ((i * 7) % 4)];
      return `${i >> 1},2026-01-02,C${(i >> 1) % 5},P${product},${['Toys', 'Home', 'Toys'][product]!},${quantity},${money(price, quantity, i).toFixed(2)}`;
    }).join('\n')}\n`,
  });
  const headers = (money: string): string => `order_id,date,customer_id,product_id,category,quantity,${money}`;
  const asUnit = (price: number): number => price;
  const asLine = (price: number, quantity: number): number => price * quantity;
  const asNoise = (price: number, quantity: number, i: number): number =>
    price * (1 + ((i * 13) % 7)) * quantity ** 0.5;

  it.each([
    ['price', asUnit, 'unit_price', '; the price of one unit, as the data show', null],
    ['price', asLine, 'amount', null, 'if it is the price of one unit, write unit_price instead of amount'],
    ['price', asNoise, 'unit_price', null, 'if it is the sum of the whole line, write amount instead of unit_price'],
    ['Importe', asLine, 'amount', '; the sum of the whole line, as the data show', null],
    ['Importe', asUnit, 'unit_price', null, 'if it is the sum of the whole line, write amount instead of unit_price'],
    ['unit price', asNoise, 'unit_price', null, null],
    ['Line total', asNoise, 'amount', null, null],
  ] as const)('takes %s for what the data show', async (header, money, canonical, seen, check) => {
    const { pipeline, text, guesses } = await initFrom(lines(headers(header), money));
    const { unit_price, amount } = pipeline.sources['a']!.tables.purchases as Record<string, string>;
    expect({ unit_price, amount }).toEqual({ unit_price: undefined, amount: undefined, [canonical]: header });
    if (seen !== null) expect(text).toContain(seen);
    const told = guesses.filter((guess) => / (unit_price|amount): /.test(guess));
    expect(told).toEqual(check === null ? [] : [expect.stringContaining(check)]);
  });

  it('takes many lines without a product together', async () => {
    const of = (money: (price: number, quantity: number) => number): Files => ({
      'a.csv': `order_id,date,customer_id,quantity,price\n${Array.from({ length: 120 }, (_, i) => {
        const [price, quantity] = [10 + (i % 4), 1 + ((i * 7) % 9)];
        return `${i},2026-01-02,C${i % 5},${quantity},${money(price, quantity).toFixed(2)}`;
      }).join('\n')}\n`,
    });
    expect((await initFrom(of(asLine))).pipeline.sources['a']!.tables.purchases).toHaveProperty('amount', 'price');
    const unit = await initFrom(of(asUnit));
    expect(unit.pipeline.sources['a']!.tables.purchases).toHaveProperty('unit_price', 'price');
    expect(unit.guesses.join()).not.toContain('unit_price');
  });

  it('asks where every line of an order has the same amount', async () => {
    const { guesses } = await initFrom(lines(headers('order total'), (_price, _quantity, i) => 10 + (i >> 1)));
    expect(guesses.join('\n')).toContain('amount: the same on all lines of an order: is it the sum of the order?');
  });

  it.each(['product_id', 'SKU', 'Product'])('feeds products by %s and category', async (product) => {
    const { pipeline } = await initFrom(lines(headers('price').replace('product_id', product), asUnit));
    const { products, purchases } = pipeline.sources['a']!.tables;
    expect(products).toEqual({ product_id: product, category: 'category' });
    expect(purchases).toMatchObject({ product_id: product });
  });

  it('takes the category for the product where there is no other', async () => {
    const { pipeline, guesses } = await initFrom(lines(headers('amount').replace('product_id', 'internal'), asLine));
    const { products, purchases } = pipeline.sources['a']!.tables;
    expect(products).toEqual({ product_id: 'category', category: 'category' });
    expect(purchases).toMatchObject({ product_id: 'category' });
    expect(guesses.join('\n')).toContain('product_id: no product found: each category is taken as one');
  });

  it.runIf(isFull)('loads what it proposes: names joined, categories known, revenue by unit', async () => {
    const files = lines(headers('price'), asUnit);
    const { cwd } = await initFrom({
      ...files,
      'crm.csv': `customer_id,Nombre,Apellidos\n${[0, 1, 2, 3, 4].map((i) => `C${i},Ane,${i === 3 ? '' : `Ruiz ${i}`}`).join('\n')}\n`,
    });
    const edited = readFileSync(join(cwd, 'shop/nightly.yaml'), 'utf8').replace(
      /^steps:[\s\S]*?^outputs:/m,
      'outputs:',
    );
    writeFileSync(join(cwd, 'shop/nightly.yaml'), edited);
    const run = recordingEffects(cwd);
    expect(await main(['run', 'shop/nightly.yaml'], run), run.said.join('\n')).toBe(0);
    const ask = async (query: string): Promise<unknown[]> => {
      const look = recordingEffects(cwd, { env: { BEZERO_STORE: join(cwd, 'shop/store') } });
      await main(['sql', query, '--json'], look);
      return Buffer.concat(look.written)
        .toString()
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as unknown);
    };
    const revenue = Array.from({ length: 30 }, (_, i) => [4, 12.5, 90][i % 3]! * (1 + ((i * 7) % 4)));
    expect(await ask('select net_revenue from marts.total')).toEqual([
      { net_revenue: revenue.reduce((sum, amount) => sum + amount, 0) },
    ]);
    expect(await ask("select name from warehouse.customer where customer_id in ('C1', 'C3') order by name")).toEqual([
      { name: 'Ane' },
      { name: 'Ane Ruiz 1' },
    ]);
    expect(await ask('select distinct category from features.customer_category order by category')).toEqual([
      { category: 'Home' },
      { category: 'Toys' },
    ]);
  });
});
