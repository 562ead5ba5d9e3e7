import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDuckdb } from '../../../src/engine/duckdb.ts';
import type { Engine } from '../../../src/engine/engine.ts';
import { listSql } from '../../../src/exports/list.sql.ts';
import { campaignLists } from '../../../src/exports/lists.ts';
import { campaignStep } from '../../../src/pipeline/campaign-step.ts';
import { runningCampaigns } from '../../../src/pipeline/release-campaigns.ts';
import type { People } from '../../../src/pipeline/people/file.ts';
import { readPipeline } from '../../../src/pipeline/spec.ts';
import type { StepContext } from '../../../src/pipeline/step.ts';
import { name, raw, sql } from '../../../src/sql/sql.ts';

const pipeline = readPipeline(
  'pipeline.yaml',
  `
name: shop
store: store
time_zone: UTC
as_of: latest
currency: EUR
sources: { purchases: { files: purchases.csv, tables: { purchases: same } } }
audiences:
  all: { where: "true" }
  dear: { where: "frequency > 5" }
  alike: { where: "true" }
campaigns:
  letter: { audience: dear, channel: post, starts_on: 2026-01-05, ends_on: 2026-01-25, unit_cost: 1.5, budget: 60, response: 10%, holdout: 20%, priority: 2 }
  mail: { audience: all, channel: email, starts_on: 2026-01-01, ends_on: 2026-01-30, unit_cost: 0.2, budget: 25, response: 5%, holdout: 25%, priority: 3 }
  call: { audience: alike, channel: phone, starts_on: 2026-01-10, ends_on: 2026-01-20, unit_cost: 1, value: 12.5, response: 0.2, priority: 1, cap: { contacts: 1, days: 31 } }
`,
);

const people: People = {
  table: (table) =>
    table === 'campaign_member'
      ? name('remembered')
      : raw("(select '' as audience, '' as customer_id, '' as kind where false)"),
};

/** What a customer does on a night: pseudo-random, and the same every time. */
const chance = (what: string, parts: number, night: number) => `(hash(i, '${what}', ${night}) % ${parts} = 0)`;

/** A night of 600 customers: some opt out for good, addresses come and go, who is in an audience changes. */
async function prepare(engine: Engine, night: number, order = 'i'): Promise<void> {
  const gone = (channel: string) =>
    Array.from({ length: night }, (_, n) => chance(`${channel} opted out`, 100, n + 1)).join(' or ');
  const opted = (channel: string) => `not (${gone(channel)} or i % 7 = 0) as ${channel}_opt_in`;
  await engine.create(
    'marts.customer',
    raw(`select 'c' || i as customer_id, ${['email', 'phone', 'sms', 'post', 'ads'].map(opted).join(', ')},
      case when i % 11 > 0 then 'c' || i || '@example.org' end as email, case when i % 5 > 0 then '+3460000' || i end as phone,
      case when i % 13 > 0 then 'Bilbao' end as city, cast(null as varchar) as postal_code,
      case when i % 3 = 0 then 's1' else 's2' end as segment, cast(i % 12 as bigint) as frequency, cast(i * 1.25 as decimal(18, 4)) as gross_margin,
      cast(null as decimal(18, 4)) as value_to_come, cast(null as double) as lifetime_value, cast(i as decimal(18, 4)) as monetary
      from range(1, 601) as one (i) order by ${order}`),
  );
  await engine.create(
    'segments.audience_member',
    raw(`select 'all' as audience, 'c' || i as customer_id from range(1, 601) as one (i) where not ${chance('all', 4, night)}
      union all select 'dear', 'c' || i from range(1, 601) as one (i) where i % 12 > 5 and not ${chance('dear', 5, night)}
      union all select 'alike', 'c' || i from range(1, 601) as one (i) where ${chance('alike', 6, night)}`),
  );
  const asOf = `2026-01-${String(night).padStart(2, '0')}`;
  await engine.create('warehouse.setting', raw(`select cast('${asOf}' as date) as as_of, 'EUR' as currency`));
  await engine.create(
    'warehouse.interaction',
    raw(`select 'c' || i as customer_id, 'outbound' as direction, cast('2026-01-01' as date) + cast(i % 30 as integer) as occurred_on
      from range(1, 601) as one (i) where i % 4 = 0 and cast('2026-01-01' as date) + cast(i % 30 as integer) <= cast('${asOf}' as date)`),
  );
  await engine.create(
    'marts.account_priority',
    raw(
      'select null::varchar as customer_id, 0::decimal(18,4) as retention_budget, 0::decimal(18,4) as value_at_risk where false',
    ),
  );
  await engine.create(
    'marts.campaign_history',
    raw("select 'email' as channel, 0 as answered, 0 as reached where false"),
  );
}

const plan = (engine: Engine, night: number): Promise<unknown> =>
  campaignStep(pipeline).run({
    engine,
    asOf: `2026-01-${String(night).padStart(2, '0')}`,
    people,
    remarks: [],
  } as unknown as StepContext);

const remember = (engine: Engine) =>
  engine.create(
    'remembered',
    sql`select campaign, customer_id, arm, since, segment, cost, expected_profit from segments.campaign_member`,
  );

const begin = (engine: Engine) =>
  engine.create(
    'remembered',
    raw(`select null::varchar as campaign, null::varchar as customer_id, null::varchar as arm, null::date as since, null::varchar as segment,
      null::decimal(18, 4) as cost, null::decimal(18, 4) as expected_profit where false`),
  );

const membersOf = (engine: Engine) =>
  engine.rows(
    sql`select campaign, customer_id, arm, since from segments.campaign_member order by campaign, customer_id`,
    { campaign: 'text', customer_id: 'text', arm: 'text', since: 'day' },
  );

describe('campaigns over thirty nights', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await openDuckdb({ threads: 2 });
    await begin(engine);
  });
  afterAll(() => engine.close());

  it('keep everybody where they are, whatever changes; nobody is in two, and no file has who may not be reached', async () => {
    const known = new Map<string, string>();
    let [exported, optedOutLater] = [0, 0];
    for (let night = 1; night <= 30; night++) {
      await prepare(engine, night);
      await plan(engine, night);
      const members = await membersOf(engine);
      const now = new Map(members.map((one) => [`${one.campaign} ${one.customer_id}`, `${one.arm} ${one.since}`]));
      for (const [who, arm] of known) expect(now.get(who), `${who} on night ${night}`).toBe(arm);
      for (const [who, arm] of now) known.set(who, arm);

      const [twice] = await engine.rows(
        sql`select count(*) as n from (select customer_id from segments.campaign_member as member
          join segments.campaign as campaign on campaign.campaign = member.campaign and campaign.status = 'running'
          group by customer_id having count(*) > 1) as several`,
        { n: 'integer' },
      );
      expect(twice!.n).toBe(0);

      const [dear] = await engine.rows(
        sql`select count(*) as n from (select campaign, sum(cost) as cost from segments.campaign_member where arm = 'treatment' group by campaign) as spent
          join segments.campaign as plan on plan.campaign = spent.campaign where spent.cost > plan.budget`,
        { n: 'integer' },
      );
      expect(dear!.n).toBe(0);

      for (const list of campaignLists(await runningCampaigns(engine))) {
        const rows = await engine.rows(
          sql`select row.customer_id, member.arm, case ${list.channel!} when 'email' then email_opt_in when 'phone' then phone_opt_in else post_opt_in end as may
            from (${listSql(list, { customer_id: sql`customer_id` })}) as row
            join marts.customer as customer on customer.customer_id = row.customer_id
            join segments.campaign_member as member on member.customer_id = row.customer_id and member.campaign = ${list.campaign!}`,
          { customer_id: 'text', arm: 'text', may: 'boolean' },
        );
        expect(rows.filter(({ arm, may }) => arm !== 'treatment' || !may)).toEqual([]);
        exported += rows.length;
        const treated = members.filter(({ campaign, arm }) => campaign === list.campaign && arm === 'treatment').length;
        optedOutLater += treated - rows.length;
      }
      await remember(engine);
    }
    const holdouts = [...known.values()].filter((arm) => arm.startsWith('holdout')).length;
    expect([known.size, exported]).toEqual([
      expect.toSatisfy((n: number) => n > 200),
      expect.toSatisfy((n: number) => n > 1000),
    ]);
    expect(optedOutLater).toBeGreaterThan(20);
    expect(holdouts / known.size).toBeGreaterThan(0.1);
    expect(holdouts / known.size).toBeLessThan(0.35);
  }, 60_000);

  it('are the same when a night is run twice, and rewind to an earlier one', async () => {
    const before = await membersOf(engine);
    await plan(engine, 30);
    expect(await membersOf(engine)).toEqual(before);
    await prepare(engine, 12);
    await plan(engine, 12);
    const rewound = await membersOf(engine);
    expect(rewound.filter(({ since }) => since < '2026-01-12')).toEqual(
      before.filter(({ since }) => since < '2026-01-12'),
    );
    expect(rewound.some(({ since }) => since > '2026-01-12')).toBe(false);
    // Whom another campaign took on a later night, which was run too, is not free: the nights to come would find them in both.
    const taken = rewound.find(({ campaign, since }) => campaign === 'call' && since === '2026-01-12')!;
    await engine.append(
      'remembered',
      sql`select 'mail' as campaign, ${taken.customer_id} as customer_id, 'treatment' as arm, cast('2026-01-15' as date) as since`,
    );
    await plan(engine, 12);
    const verdicts = await engine.rows(
      sql`select verdict from segments.campaign_candidate where campaign = 'call' and customer_id = ${taken.customer_id}`,
      { verdict: 'text' },
    );
    expect(verdicts).toEqual([{ verdict: 'other_campaign' }]);
  });

  it('account for everybody they are for', async () => {
    const rows = await engine.rows(
      sql`select campaign, verdict, count(*) as n from segments.campaign_candidate group by campaign, verdict order by campaign, verdict`,
      { campaign: 'text', verdict: 'text', n: 'integer' },
    );
    const reasons = new Set(rows.map(({ verdict }) => verdict));
    for (const reason of [
      'no_consent',
      'no_address',
      'other_campaign',
      'contacted_often',
      'expected_loss',
      'budget_ended',
    ])
      expect(reasons, reason).toContain(reason);
    const [lost] = await engine.rows(
      sql`select count(*) as n from segments.audience_member as member where audience = 'all'
        and customer_id not in (select customer_id from segments.campaign_candidate where campaign = 'mail')`,
      { n: 'integer' },
    );
    expect(lost!.n).toBe(0);
  });
});

describe('campaigns of one night', () => {
  const digestOf = async (threads: number, order: string): Promise<string> => {
    const engine = await openDuckdb({ threads, rowGroup: 2048 });
    await begin(engine);
    await prepare(engine, 10, order);
    await plan(engine, 10);
    const [digest] = await engine.rows(
      sql`select md5(string_agg(concat_ws(' ', campaign, customer_id, verdict, cost, expected_profit), ',' order by campaign, customer_id)) as digest
        from segments.campaign_candidate`,
      { digest: 'text' },
    );
    await engine.close();
    return digest!.digest;
  };

  it('are the same on any number of threads, with the rows in any order', async () => {
    expect(await digestOf(4, 'hash(i)')).toBe(await digestOf(1, 'i'));
  });

  it('draw an arm by the hash of campaign and customer alone', async () => {
    const engine = await openDuckdb({ threads: 1 });
    await begin(engine);
    await prepare(engine, 10);
    await plan(engine, 10);
    const rows = await engine.rows(
      sql`select customer_id, arm, left(md5('mail/' || customer_id), 8) < '40000000' as is_low from segments.campaign_candidate where campaign = 'mail'`,
      { customer_id: 'text', arm: 'text', is_low: 'boolean' },
    );
    await engine.close();
    expect(rows.filter(({ arm, is_low: isLow }) => (arm === 'holdout') !== isLow)).toEqual([]);
    expect(rows.filter(({ arm }) => arm === 'holdout').length / rows.length).toBeCloseTo(0.25, 1);
  });
});
