import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { main } from '../../src/cli.ts';
import { openDuckdb } from '../../src/engine/duckdb.ts';
import type { Row, Shape } from '../../src/engine/engine.ts';
import { ConfigError } from '../../src/errors.ts';
import { warehouseOf } from '../../src/pipeline/releases.ts';
import type { RunResult } from '../../src/pipeline/run.ts';
import { readPipeline } from '../../src/pipeline/spec.ts';
import { sql, type Sql } from '../../src/sql/sql.ts';
import { recordingEffects } from '../support/effects.ts';
import { readWorkbook, recordsOfSheet } from '../exports/read-workbook.ts';
import { openRelease, runIn, sharedFolder, temporaryFolder } from '../support/running.ts';
import { isFull } from '../support/full.ts';

/** Sixty customers who bought in 2025; on the day each night is run, some of them buy again. */
const ids = Array.from({ length: 60 }, (_, i) => `c${String(i + 1).padStart(2, '0')}`);

const yamlOf = (campaigns: string) => `
name: shop
store: store
time_zone: Europe/Madrid
as_of: latest
currency: EUR
sources:
  customers: { files: customers.csv, tables: { customers: same } }
  purchases: { files: "purchases*.csv", tables: { purchases: same } }
audiences:
  everyone: { where: "true" }
  dear: { where: "monetary >= 100" }
${campaigns}
outputs: { segments: { people: true, machine: true, platform: [email, post] } }
`;

const campaigns = `campaigns:
  first: { audience: dear, title: "=First <b>", channel: email, starts_on: 2026-01-01, ends_on: 2026-01-20, unit_cost: 1, response: 20%, holdout: 30%, priority: 1, measured_days: 10 }
  second: { audience: everyone, channel: email, starts_on: 2026-01-02, ends_on: 2026-01-25, unit_cost: 0.5, response: 50%, holdout: 30%, budget: 5, value: order_margin }`;

const ids_ = { customer_id: 'text', arm: 'text', since: 'day' } as const;

describe.runIf(isFull)('campaigns of a pipeline', () => {
  const folder = sharedFolder();
  const yaml = yamlOf(campaigns);
  const store = join(folder, 'store');
  const customers = (out: readonly string[] = []) => {
    const rows = ids.map((id, i) => `${id},Name ${i},${id}@example.org,${i % 6 > 0 && !out.includes(id)}`);
    writeFileSync(join(folder, 'customers.csv'), `customer_id,name,email,email_opt_in\n${rows.join('\n')}\n`);
  };
  const buy = (file: string, day: string, buyers: readonly string[], price = 100) => {
    const rows = buyers.map((id, i) => `${file}-${i},1,${id},${day},1,${price + i}`);
    writeFileSync(
      join(folder, `purchases-${file}.csv`),
      `order_id,line_number,customer_id,purchased_at,quantity,unit_price\n${rows.join('\n')}\n`,
    );
  };
  const listed = (file: string) =>
    readFileSync(join(store, 'current', file), 'utf8')
      .split('\r\n')
      .slice(1, -1)
      .map((line) => line.split(',')[0]!.replaceAll('"', ''));
  const bezero = async (...argv: readonly string[]) => {
    const effects = recordingEffects(folder, { stdout: { isTerminal: false, columns: 200 } });
    return { ...effects, code: await main([...argv, '--store', store], effects) };
  };

  /** Closed again: a command that comes to the same release in this process has settings of its own. */
  const look = async <S extends Shape>(result: RunResult, query: Sql, shape: S): Promise<Row<S>[]> => {
    const engine = await openDuckdb({ file: warehouseOf(result.release), readOnly: true });
    try {
      return await engine.rows(query, shape);
    } finally {
      await engine.close();
    }
  };

  it('go on from night to night, through opt-outs, exclusions, a lower budget and rollbacks', async () => {
    customers();
    buy('a', '2025-06-01', ids.slice(0, 40));
    buy('b', '2026-01-02', ids.slice(40), 20);
    const one = await runIn(folder, yaml, { asOf: '2026-01-03', random: '0001' });
    const members = sql`select customer_id, arm, since from segments.campaign_member where campaign = 'first' order by customer_id`;
    const first = await look(one, members, ids_);
    const treated = first.filter(({ arm }) => arm === 'treatment').map((row) => row.customer_id);
    const held = first.filter(({ arm }) => arm === 'holdout').map((row) => row.customer_id);
    // 40 bought for 100 or more; a sixth of the customers has not opted in.
    expect(first.length).toBe(33);
    expect(listed('campaigns/first.csv').toSorted()).toEqual(treated);
    for (const file of ['machine/campaign-first.csv', 'platform/campaign-first-email.csv', 'campaigns/second.csv'])
      for (const id of held) expect(readFileSync(join(store, 'current', file), 'utf8')).not.toContain(id);
    expect(existsSync(join(store, 'current/platform/campaign-first-post.csv'))).toBe(false);
    // The others bought for 20 and more: an answer in two brings more than the 0.5 of a contact, until 5 are spent.
    const second = listed('campaigns/second.csv');
    expect(second.length).toBe(10);
    expect(second.filter((id) => first.some((row) => row.customer_id === id))).toEqual([]);

    const [out, kept] = [treated[0]!, treated[1]!];
    expect((await bezero('audiences', 'exclude', 'dear', kept)).code).toBe(0);
    customers([out]);
    buy('c', '2026-01-05', [...treated.slice(0, 12), ...held.slice(0, 2)], 200);
    const two = await runIn(folder, yaml, { asOf: '2026-01-09', random: '0002' });
    expect((await look(two, members, ids_)).filter(({ since }) => since === '2026-01-03')).toEqual(first);
    expect(listed('campaigns/first.csv')).not.toContain(out);
    expect(listed('campaigns/first.csv')).not.toContain(kept);
    expect(listed('campaigns/first.csv').length).toBeGreaterThanOrEqual(treated.length - 2);

    const result = JSON.parse((await bezero('campaign', 'result', '--json')).printed.join('')) as {
      readonly campaigns: readonly {
        campaign: string;
        effects: readonly { measure: string; treated: number; control: number }[];
      }[];
    };
    const bought = result.campaigns[0]!.effects.find(({ measure }) => measure === 'bought')!;
    expect(bought.treated).toBeCloseTo(12 / treated.length, 12);
    expect(bought.control).toBeCloseTo(2 / held.length, 12);

    // Whoever was released to be contacted stays a member, although the release is rolled back and none of them is in the audience any more.
    expect((await bezero('rollback')).code).toBe(0);
    expect(listed('campaigns/first.csv')).not.toContain(kept);
    expect(listed('campaigns/first.csv')).not.toContain(out);
    // So does whoever a budget was for that is lowered since: nobody new is taken.
    const other = yaml.replace('monetary >= 100', 'monetary >= 100000').replace('budget: 5', 'budget: 1');
    const three = await runIn(folder, other, { asOf: '2026-01-12', random: '0003' });
    const later = await look(three, members, ids_);
    expect(later.filter(({ since }) => since === '2026-01-03')).toEqual(first);

    const [lowered] = await look(
      three,
      sql`select cost > budget as is_over, new_members from marts.campaign_plan where campaign = 'second'`,
      { is_over: 'boolean', new_members: 'integer' },
    );
    expect(lowered).toEqual({ is_over: true, new_members: 0 });

    const again = await runIn(folder, other, { asOf: '2026-01-12', random: '0004' });
    expect(again.published).toBe(false);

    // Past days that are computed anew neither take anybody nor forget anybody, nor is anybody in two.
    const past = { past: () => ['2026-01-05', '2026-01-10'], replaceHistory: true };
    const withSegments = `${other}steps: [{ kmeans: { k: 2, features: [monetary] } }]\n`;
    const four = await runIn(folder, withSegments, { asOf: '2026-01-12', random: '0005', ...past });
    expect(await look(four, members, ids_)).toEqual(later);
    const [twice] = await look(
      four,
      sql`select count(*) as n from (select customer_id from segments.campaign_member where not is_elsewhere group by customer_id having count(*) > 1) as several`,
      { n: 'integer' },
    );
    expect(twice!.n).toBe(0);
  }, 60_000);

  it('are planned, printed and tried out', async () => {
    const all = await bezero('campaign', 'plan');
    expect([all.code, all.printed.join('\n')]).toEqual([0, expect.stringMatching(/first +running +E-mail/)]);
    const plan = await bezero('campaign', 'plan', 'first');
    expect(plan.printed[0]).toBe('first  =First <b>');
    const thought = ['campaign', 'plan', '--audience', 'everyone', '--channel', 'email', '--unit-cost', '0.5'];
    const tried = await bezero(...thought, '--response', '10%', '--value', '20', '--budget', '2', '--json');
    const [found] = JSON.parse(tried.printed.join('')) as Readonly<Record<string, number>>[];
    const sum = Object.entries(found!)
      .filter(([key]) => /^(no_|other_|contacted_|value_u|expected_loss|budget_e|treatment|holdout$)/.test(key))
      .reduce((all, [, n]) => all + n, 0);
    const treated = found!['treatment']!;
    // Whoever is in the campaigns that run is not free, and the budget is for four.
    expect([found!['considered'], sum, treated >= 1 && treated <= 4]).toEqual([60, 60, true]);
    expect(found!['other_campaign']).toBeGreaterThan(30);
    expect(found!['expected_profit']).toBeCloseTo(treated * (20 * 0.1 - 0.5), 10);
    const wrong = async (...argv: string[]) => (await bezero(...argv)).said.at(-1);
    expect(await wrong('campaign', 'plan', 'frist')).toBe(
      'NAME must be a campaign of the current release, got "frist"; did you mean first?',
    );
    expect(await wrong('campaign', 'plan', '--audience', 'everyone')).toBe(
      '--audience must come with --channel and --unit-cost',
    );
    expect(await wrong(...thought.toSpliced(3, 1, 'everybody'))).toMatch(/^--audience must be an audience/);
  });

  it('have a sheet each, files for advertising platforms, and nobody who waits for an answer to a complaint', async () => {
    const there = temporaryFolder();
    const rows = ids.map((id, i) => `${id},Name ${i},${id}@example.org,true,true`);
    writeFileSync(join(there, 'customers.csv'), `customer_id,name,email,email_opt_in,ads_opt_in\n${rows.join('\n')}\n`);
    const orders = ids.map((id, i) => `o${i},1,${id},2025-06-01,1,100`);
    writeFileSync(
      join(there, 'purchases.csv'),
      `order_id,line_number,customer_id,purchased_at,quantity,unit_price\n${orders.join('\n')}\n`,
    );
    writeFileSync(
      join(there, 'interactions.csv'),
      'interaction_id,customer_id,occurred_at,channel,direction,kind,outcome\n1,c01,2025-07-01,email,inbound,complaint,open\n2,c02,2025-07-01,email,inbound,complaint,open\n',
    );
    const advertised = `campaigns:
  seen: { audience: everyone, title: Seen, channel: ads, starts_on: 2026-01-01, ends_on: 2026-01-20, unit_cost: 0.1, response: 20%, holdout: 30%, priority: 1, budget: 2 }
  told: { audience: everyone, channel: email, starts_on: 2026-01-01, ends_on: 2026-01-20, unit_cost: 0.1, holdout: 30%, open_complaints: true }`;
    const text = yamlOf(advertised)
      .replace(
        '  purchases: {',
        '  interactions: { files: interactions.csv, tables: { interactions: same } }\n  purchases: {',
      )
      .replace('platform: [email, post] } }', 'platform: [google, meta, email] }, workbook: true }');
    const release = await openRelease(await runIn(there, text, { asOf: '2026-01-03' }));
    const published = (file: string): string => readFileSync(join(there, 'store/current', file), 'utf8');
    const contacted = await release.rows(
      sql`select customer_id from segments.campaign_member where campaign = 'seen' and arm = 'treatment' order by customer_id`,
      { customer_id: 'text' },
    );
    expect(contacted.length).toBe(20);
    for (const platform of ['google', 'meta']) {
      const lines = published(`platform/campaign-seen-${platform}.csv`).trimEnd().split('\n');
      expect(lines.length).toBe(contacted.length + 1);
      for (const { customer_id: id } of contacted)
        expect(lines.join()).toContain(createHash('sha256').update(`${id}@example.org`).digest('hex'));
      expect(existsSync(join(there, `store/current/platform/campaign-told-${platform}.csv`))).toBe(false);
    }
    expect(existsSync(join(there, 'store/current/platform/campaign-seen-email.csv'))).toBe(false);
    const verdicts = await release.rows(
      sql`select campaign, verdict from segments.campaign_candidate where customer_id in ('c01', 'c02') order by campaign, customer_id`,
      { campaign: 'text', verdict: 'text' },
    );
    expect(verdicts.filter(({ campaign }) => campaign === 'seen').map(({ verdict }) => verdict)).toEqual([
      'complaint_open',
      'complaint_open',
    ]);
    expect(verdicts.filter(({ campaign }) => campaign === 'told').map(({ verdict }) => verdict)).not.toContain(
      'complaint_open',
    );
    // Nothing is known of the past: 5 % answer, one answer in ten is followed by a purchase.
    const [prior] = await release.rows(
      sql`select response, response_basis from segments.campaign where campaign = 'told'`,
      { response: 'number', response_basis: 'text' },
    );
    expect(prior).toEqual({ response: 0.005, response_basis: 'prior' });
    const sheets = readWorkbook(join(there, 'store/current/segments.xlsx'));
    const seen = sheets.find(({ name }) => name === 'Seen')!;
    expect(
      recordsOfSheet(seen)
        .map((row) => row['customer_id'])
        .toSorted(),
    ).toEqual(contacted.map((row) => row.customer_id));

    const effects = recordingEffects(there);
    await main(['customer', contacted[0]!.customer_id, '--store', join(there, 'store')], effects);
    expect(effects.printed.join('\n')).toMatch(/campaigns +seen \(to be contacted, since 3 January 2026\)/);
  }, 60_000);

  it('must name an audience, end after they start, and have shares and amounts that are some', () => {
    const read = (campaign: string) => () =>
      readPipeline('pipeline.yaml', yamlOf(`campaigns:\n  one: { ${campaign} }`));
    const rest = 'channel: email, unit_cost: 1, starts_on: 2026-01-02, ends_on: 2026-01-25';
    expect(read(`audience: deer, ${rest}`)).toThrow(
      new ConfigError(
        'pipeline.yaml:14:20: campaigns.one.audience must be one of audiences; did you mean dear?, got "deer"',
      ),
    );
    expect(read(`audience: dear, ${rest.replace('01-25', '01-01')}`)).toThrow(/ends_on must not lie before starts_on/);
    expect(read(`audience: dear, ${rest}, holdout: 120%`)).toThrow(/holdout must be a share below 1, like 0.1 or 10%/);
    expect(read(`audience: dear, ${rest}, value: much`)).toThrow(/value must be an amount or one of order_margin/);
  });
});
