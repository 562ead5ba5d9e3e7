import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { main } from '../../src/cli.ts';
import { sayAudiences } from '../../src/commands/customer/audiences.ts';
import type { CustomerCard } from '../../src/commands/customer.ts';
import { showCustomer } from '../../src/commands/customer/show.ts';
import { recordingEffects, type RecordingEffects } from '../support/effects.ts';
import type { RunResult } from '../../src/pipeline/run.ts';
import { runIn } from '../support/running.ts';
import { isFull } from '../support/full.ts';

const folder = mkdtempSync(join(tmpdir(), 'bezero-customer-'));
const evil = '\u001b[2J\u009b<b>';

const csv = (header: string, rows: readonly (readonly unknown[])[]): string =>
  [header, ...rows.map((row) => row.join(','))].join('\n');

/** Thirty customers in three kinds: few teas, many cups on the web, large orders long ago; then prospects, someone unlisted, nobody. */
const kinds = [
  { product: 'tea', channel: 'store', orders: 2, quantity: 2, month: '05' },
  { product: 'cup', channel: 'web', orders: 6, quantity: 3, month: '06' },
  { product: 'rug', channel: 'phone', orders: 3, quantity: 9, month: '01' },
];
const ids = Array.from({ length: 30 }, (_, i) => `00${100 + i}`);
const customers = [
  ...ids.map((id, i) => [
    id,
    i === 0 ? evil : `Name ${i}`,
    i % 2 ? 'Gipuzkoa' : 'Bizkaia',
    `secret${i}@example.org`,
    i % 3 === 0,
    `${20 + i * 2}`,
    'gold',
  ]),
  ['p1', 'Prospect', 'Gipuzkoa', 'secret@example.org', true, '31', ''],
  ['p2', 'Quiet', '', '', '', '', ''],
];
const purchases = [
  ...ids.flatMap((id, i) => {
    const kind = kinds[i % 3]!;
    return Array.from({ length: kind.orders + (i % 2) }, (_, n) => [
      `${id}-${n}`,
      id,
      kind.product,
      `2026-${kind.month}-${10 + n}`,
      kind.quantity + (i % 4),
      10,
      4,
      kind.channel,
    ]);
  }),
  ['late', ids[1], 'rug', '2026-07-02', 1, 500, 100, 'web'],
  ['back', ids[1], 'cup', '2026-07-03', -1, 10, 4, 'web'],
  ['unlisted-1', 'walk-in', 'tea', '2026-06-20', 1, 10, 4, 'store'],
  ['nobody-1', '', 'tea', '2026-06-20', 1, 10, 4, 'store'],
];

const yaml = (store: string, steps: string, audiences = ' {}'): string => `name: small
store: ${store}
time_zone: Europe/Madrid
as_of: latest
currency: EUR
sources:
  customers:
    files: customers.csv
    tables: { customers: { customer_id: id, name: name, region: region, email: email, email_opt_in: opted, birth_date: "cast(2026 - cast(age as integer) as varchar) || '-01-01'", attributes: { tier: tier } } }
  products: { files: products.csv, tables: { products: same } }
  purchases:
    files: purchases.csv
    tables: { purchases: same }
    missing_customer: anonymous
  contacts: { files: interactions.csv, tables: { interactions: same } }
costs: { fulfilment_per_order: 1, contacts: { call_center: 2 } }
audiences:${audiences}
steps: ${steps}
outputs: { segments: true }
`;

const models = `
  - rfm: {}
  - kmeans: { k: 3, features: [log1p(quantity_per_order), 'category_share:Teas', 'channel_share:web', recency_days] }
  - discriminant: { predictors: [age_years] }`;

const groups = `
  buyers: { where: frequency > 0, title: Who buys }
  heavy: { where: "usage_class = 'heavy'" }
  nobody: { where: "customer_id = 'none'" }`;

let plain: RunResult;
beforeAll(async () => {
  writeFileSync(join(folder, 'customers.csv'), csv('id,name,region,email,opted,age,tier', customers));
  writeFileSync(join(folder, 'products.csv'), 'product_id,category\ntea,Teas\ncup,Cups\nrug,Rugs\n');
  writeFileSync(
    join(folder, 'purchases.csv'),
    csv('order_id,customer_id,product_id,purchased_at,quantity,unit_price,unit_cost,channel', purchases),
  );
  writeFileSync(
    join(folder, 'interactions.csv'),
    csv('interaction_id,customer_id,occurred_at,channel,direction,kind,text', [
      ['i1', ids[1], '2026-06-01 10:00:00', 'call_center', 'inbound', 'complaint', 'my number is 600-000'],
      ['i2', 'p1', '2026-06-02 10:00:00', 'web', 'inbound', 'visit', ''],
    ]),
  );
  await runIn(folder, yaml('store', models, groups), { asOf: '2026-06-30', now: '2026-07-01T02:00:00Z' });
  await decide('exclude', 'heavy', '00107');
  await decide('include', 'nobody', '00107');
  await runIn(folder, yaml('store', models, groups), { asOf: '2026-07-04', now: '2026-07-05T02:00:00Z' });
  plain = await runIn(folder, yaml('plain', '\n  - repurchase: {}'), { asOf: '2026-06-30' });
}, 120_000);
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const decide = (deed: string, name: string, id: string) =>
  main(['audiences', deed, name, id], recordingEffects(folder));

async function ask(
  ...argv: readonly string[]
): Promise<RecordingEffects & { readonly code: number; readonly text: string }> {
  const effects = recordingEffects(folder);
  const code = await main(['customer', ...argv], effects);
  return { ...effects, code, text: effects.printed.join('\n') };
}
const card = async (...argv: readonly string[]): Promise<CustomerCard> =>
  JSON.parse((await ask(...argv, '--json')).text) as CustomerCard;

describe('bezero segments migrations', () => {
  it('says of the night what its report says', async () => {
    const effects = recordingEffects(folder);
    await main(['segments', 'migrations'], effects);
    const { document } = parseHTML(readFileSync(join(folder, 'store/current/report.html'), 'utf8'));
    expect(effects.said[0]).toMatch(/^Since 30 June 2026, .+ moved to another segment/);
    expect([...document.querySelectorAll('#segments figcaption p')].map((one) => one.textContent)).toContain(
      effects.said[0],
    );
  });
});

describe('bezero customer ID', () => {
  it('tells who it is, why the segment, profit and loss, events and consent', async () => {
    const { text, code, said } = await ask('00101');
    expect([code, said]).toEqual([0, []]);
    expect(text).toMatch(/^00101 {2}Name 1\n/);
    expect(text).toMatch(/^as of +4 July 2026, release /m);
    expect(text).toMatch(/^since +customer since 10 June 2026$/m);
    expect(text).toMatch(/^buys +heavy, new, 8 orders, the last on 2 July 2026, 1 contact$/m);
    expect(text).toMatch(/^segment +s\d .+; \d\.\d\d from its centre, \d+\.\d\d from the next: s\d /m);
    expect(text).toMatch(/^RFM +\S.* \(\d{3}\), score \d\.\d\d$/m);
    expect(text).toMatch(/^money +net revenue €770\.00, profit €[\d.]+, number 1 of 31 customers by profit$/m);
    expect(text).toMatch(/^consent +not by email, phone, sms, post, ads$/m);
    expect(text).toMatch(/^attributes +tier: gold$/m);
    expect(text).toMatch(/^back +2026-07-03 +web +1 +1 +−€10\.00\nlate +2026-07-02 /m);
    expect(text).toMatch(/^2026-06-01 +call_center +inbound +complaint +–$/m);
    expect(text).toMatch(/^order +8 +– +€8\.00$/m);
    expect(text).toMatch(/^contact by call_center +1 +– +€2\.00$/m);
    expect(text).not.toMatch(/^loss|^priority/m);
    expect(text).not.toContain('null');
  });

  it('explains the segment by features whose parts add up to the difference of the squared distances', async () => {
    const { why, customer } = await card('00104');
    expect([why!.segment, why!.second]).toEqual([customer.segment, customer.second_segment]);
    const pull = why!.features.reduce((sum, feature) => sum + feature.pull, 0);
    expect(pull).toBeCloseTo(why!.second_distance ** 2 - why!.distance ** 2, 9);
    expect(why!.distance).toBeLessThan(why!.second_distance);
    expect(why!.features.find(({ feature }) => feature === 'channel_share:web')).toMatchObject({
      value: 1,
      segment: 1,
    });
    expect(why!.features.map((feature) => feature.pull)).toEqual(
      why!.features.map((feature) => feature.pull).sort((a, b) => b - a),
    );
  });

  it('calls segments what people called them last, before a run writes it', async () => {
    const { customer: before, why } = await card('00104');
    const rename = (...argv: string[]) => main(['segments', 'rename', ...argv], recordingEffects(folder));
    await rename(before.segment!, 'Own');
    await rename(why!.second, 'Other');
    const after = await card('00104');
    expect([after.customer.segment_name, after.why!.name, after.why!.second_name]).toEqual(['Own', 'Own', 'Other']);
    expect(after.stays[0]!.name).toBe('Own');
    await rename(before.segment!, '--automatic');
    await rename(why!.second, '--automatic');
    expect((await card('00104')).customer.segment_name).toBe(before.segment_name);
    const likely = (await card('p1')).customer.likely_segment!;
    await rename(likely, 'Likely');
    expect((await card('p1')).customer.likely_segment_name).toBe('Likely');
    await rename(likely, '--automatic');
  });

  it.runIf(isFull)(
    'tells the audiences: by their condition or by hand, what the next run will apply, and former ones',
    async () => {
      const told = async (id: string) => /^audiences +(.*)$/m.exec((await ask(id)).text)?.[1];
      expect(await told('00101')).toBe('buyers (by its condition), heavy (by its condition)');
      expect(await told('p1')).toBe('none');
      await decide('exclude', 'heavy', '00101');
      await decide('include', 'nobody', '00101');
      expect(await told('00101')).toBe(
        'buyers (by its condition), heavy (by its condition; excluded by hand from the next run on), nobody (included by hand from the next run on)',
      );
      expect((await card('00101')).audiences).toEqual([
        { audience: 'buyers', title: 'Who buys', is_released: true, how: 'condition', decided: null },
        { audience: 'heavy', title: null, is_released: true, how: 'condition', decided: 'exclude' },
        { audience: 'nobody', title: null, is_released: true, how: null, decided: 'include' },
      ]);
      await decide('forget', 'heavy', '00101');
      await decide('forget', 'nobody', '00101');
      expect(await told('00101')).toBe('buyers (by its condition), heavy (by its condition)');
      expect(await told('00107')).toBe(
        'buyers (by its condition), nobody (included by hand); not in heavy (excluded by hand)',
      );
      await decide('forget', 'nobody', '00107');
      expect(await told('00107')).toMatch(/, nobody \(included by hand until the next run\);/);
      const former = { audience: 'old', title: null, is_released: false, how: null, decided: 'include' };
      expect(sayAudiences([former])).toBe('none; included by hand in old, which the release does not have');
      expect((await ask('00101', '--store', 'plain')).text).not.toMatch(/^audiences /m);
    },
  );

  it('has a profit and loss that adds up', async () => {
    const { customer: one } = await card('00101');
    expect(one.net_revenue).toBe(one.revenue - one.returns - one.discounts);
    expect(one.profit).toBeCloseTo(one.net_revenue - one.cost_of_goods - one.fulfilment - one.cost_to_serve, 9);
    expect(one.cost_to_serve).toBe(2);
  });

  it('tells no profit where no cost is known of anybody', async () => {
    const told = await card('00101');
    expect(told.worth).toBe('profit');
    const lines = showCustomer({ ...told, worth: 'net_revenue' }, recordingEffects(folder)).join('\n');
    expect(lines).toMatch(/^money +net revenue €770\.00, .+, no costs are known, so profit cannot be told$/m);
    expect(lines).toMatch(/^Revenue\n(.*\n)+?Net revenue +€770\.00\nShipping charged +\S+\n\n/m);
    expect(lines).not.toMatch(/^Profit|^Gross margin|^ +profit:/m);
  });

  it('says what has changed since the release before, and where the customer was', async () => {
    const { changes, stays } = await card('00101');
    expect(changes!.as_of).toBe('2026-06-30');
    expect(changes!.changes).toContainEqual({ column: 'frequency', before: 7, now: 8 });
    expect(changes!.changes).toContainEqual({ column: 'net_revenue', before: 280, now: 770 });
    expect(stays.at(-1)!.entered_on).toBe('2026-06-30');
    expect(stays[0]).toMatchObject({ left_on: null });
    expect((await ask('00101')).text).toMatch(/^ {2}orders: 7 → 8$/m);
    const { changes: byHand } = await card('00107');
    expect(byHand!.changes).toContainEqual({ column: 'audiences', before: 'buyers, heavy', now: 'buyers, nobody' });
    expect((await ask('00107')).text).toMatch(/^ {2}audiences: buyers, heavy → buyers, nobody$/m);
    expect((await ask('00104')).text).toMatch(/ since the release before \(as of 30 June 2026\)/);
  });

  it('shows no address and nothing that was said', async () => {
    for (const id of ['00101', 'p1']) {
      const [{ text }, { text: json }] = [await ask(id), await ask(id, '--json')];
      expect(`${text}${json}`).not.toMatch(/secret|example\.org|600-000/);
    }
  });

  it('shows control characters of a name, and does not send them', async () => {
    const { text } = await ask('00100');
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
    expect(text).toContain('\\u001b[2J');
  });

  it('knows prospects, with their likely segment, and people in no list', async () => {
    const { text } = await ask('p1');
    expect(text).toMatch(/^since +prospect: no purchase so far$/m);
    expect(text).toMatch(/^segment +none; likely s\d .+, probability \d+%$/m);
    expect(text).toMatch(/^consent +may be reached by email; not by phone, sms, post, ads$/m);
    expect(text).not.toMatch(/^Last orders|^Why|^RFM/m);
    expect((await ask('p2')).text).toMatch(/^segment +none$/m);
    expect((await ask('walk-in')).text).toMatch(/^since +customer since 20 June 2026, not in the list of customers$/m);
  });

  it('says what makes a loss maker lose, and what keeping them may cost', async () => {
    const told = await card('00101');
    const costs = {
      ...told.costs,
      loss: { reason: 'delivery', amount: 12, usual_amount: 2, profit_at_usual: 4 },
      priority: {
        rank: 7,
        customers: 1_129,
        reason: 'worth more than usual, and likelier than usual to leave',
        retention_budget: 31.2,
      },
    };
    const text = showCustomer({ ...told, costs }, recordingEffects(folder)).join('\n');
    expect(text).toMatch(
      /^loss +Delivery: €12\.00, usual for such revenue €2\.00; at the usual €4\.00 would be left$/m,
    );
    expect(text).toMatch(
      /^priority +number 7 of 1,129 customers to be kept: worth more than usual, and likelier than usual to leave; keeping them may cost €31\.20$/m,
    );
  });

  it('works without segments, RFM and a release before', async () => {
    const { text, code } = await ask('00101', '--store', 'plain');
    expect(code).toBe(0);
    expect(text).toMatch(/^segment +none$/m);
    expect(text).not.toMatch(/^RFM|^Why|^Segments so far|^outlook/m);
    expect(text).toMatch(/No release before this one has its warehouse, so changes are not known\.$/);
  });

  it('foretells nothing where purchases do not reach back two windows, as the run remarks', async () => {
    expect((await card('00101', '--store', 'plain')).outlook).toBeNull();
    expect(plain.record.remarks).toContain(
      'repurchase: nothing is foretold: purchases do not reach back to before the last two windows',
    );
    expect(plain.record.models['repurchase']).toMatchObject({
      used: null,
      holdout: null,
      reason: 'up to 2025-12-22 nobody had bought who had not lapsed; purchases must reach back further',
    });
  });

  it.each([
    ['101', 'ID must be a customer of the current release, got "101"; did you mean "00101"?'],
    ['P1 ', 'ID must be a customer of the current release, got "P1 "; did you mean "p1"?'],
    [
      "x' or true",
      /^ID must be a customer of the current release, got "x' or true"; bezero sql "select customer_id from marts\.customer/,
    ],
    ['', /^ID must be a customer; what belongs to nobody is summed up by bezero sql /],
  ])('refuses %j, which is nobody, with a way to look', async (id, sentence) => {
    const { code, said, printed } = await ask(id);
    expect([code, printed]).toEqual([2, []]);
    expect(said[0]).toEqual(typeof sentence === 'string' ? sentence : expect.stringMatching(sentence));
  });
});
