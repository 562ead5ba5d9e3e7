import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDuckdb } from '../../../src/engine/duckdb.ts';
import type { Engine } from '../../../src/engine/engine.ts';
import { listSql } from '../../../src/exports/list.sql.ts';
import { campaignLists } from '../../../src/exports/lists.ts';
import { campaignStep } from '../../../src/pipeline/campaign-step.ts';
import { runningCampaigns } from '../../../src/pipeline/release-campaigns.ts';
import { nobody, type People } from '../../../src/pipeline/people/file.ts';
import { readPipeline } from '../../../src/pipeline/spec.ts';
import type { StepContext } from '../../../src/pipeline/step.ts';
import { memberColumns } from '../../../src/segments/campaign/member.sql.ts';
import { sampleRatioP } from '../../../src/math/sample-ratio.ts';
import { campaignPowerSql } from '../../../src/models/campaign/power-table.ts';
import { drawnTowards, pooledUplift } from '../../../src/models/campaign/uplift.ts';
import { relationsOf, relationSql } from '../../../src/sql/relation.ts';
import { name, raw, sql } from '../../../src/sql/sql.ts';
import { isFull } from '../../support/full.ts';

const written = `
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
`;

const pipeline = readPipeline('pipeline.yaml', written);

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
      i % 11 > 0 as has_email, i % 5 > 0 as has_phone, i % 13 > 0 as has_post, ${chance('complaint', 40, night)}::integer as complaints_open,
      case when i % 3 = 0 then 's1' else 's2' end as segment,
      cast(null as decimal(18, 4)) as value_to_come, cast(i as decimal(18, 4)) as monetary
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
    'marts.order_value',
    raw(`select 'c' || i as customer_id, cast(i * 1.25 / nullif(i % 12, 0) as decimal(18, 4)) as order_margin, 1 - (i % 5) / 8 as alive_probability, 0.01 as purchases_a_day,
      case when i % 10 > 0 then cast(i / 3 as decimal(18, 4)) end as value_left from range(1, 601) as one (i)`),
  );
  await engine.create(
    'features.customer_answer',
    raw(`select 'c' || i as customer_id, 'email' as channel, 0.1 + (i % 3) / 10 as expected_rate, 0.2 as base_rate
      from range(1, 601) as one (i) where i % 2 = 0`),
  );
  await engine.create(
    'marts.channel_response',
    raw(
      `select unnest(['email', 'phone', 'sms', 'post', 'ads']) as channel, 0.2 as answer_rate, 0.1 as purchase_share, 0.02 as response, 'answers' as basis`,
    ),
  );
  await engine.create(
    'warehouse.customer_order',
    raw("select '' as customer_id, true as is_purchase, cast('2025-01-01' as date) as purchased_on where false"),
  );
}

const plan = (engine: Engine, night: number, planned = pipeline): Promise<unknown> =>
  campaignStep(planned).run({
    engine,
    asOf: `2026-01-${String(night).padStart(2, '0')}`,
    people,
    remarks: [],
  } as unknown as StepContext);

const remember = (engine: Engine) =>
  engine.create('remembered', sql`select ${memberColumns('campaign_member')} from segments.campaign_member`);

const begin = (engine: Engine) =>
  engine.create('remembered', sql`select * from ${nobody.table('campaign_member')} as none`);

const membersOf = (engine: Engine) =>
  engine.rows(
    sql`select campaign, customer_id, arm, since from segments.campaign_member order by campaign, customer_id`,
    { campaign: 'text', customer_id: 'text', arm: 'text', since: 'day' },
  );

describe.runIf(isFull)('campaigns over thirty nights', () => {
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
      'complaint_open',
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

describe('campaigns that change midway', () => {
  const changed = (change: (written: string) => string) => readPipeline('pipeline.yaml', change(written));
  const night = async (engine: Engine, day: number, planned = pipeline) => {
    await prepare(engine, day);
    await plan(engine, day, planned);
  };

  it('that are over, and go on again, leave those alone whom another one took meanwhile', async () => {
    const engine = await openDuckdb({ threads: 1 });
    const short = changed((text) => text.replace('ends_on: 2026-01-30', 'ends_on: 2026-01-09'));
    await begin(engine);
    for (const day of [8, 12]) {
      await night(engine, day, short);
      await remember(engine);
    }
    // By the new end, mail runs on night 13 as if it had never been over.
    await night(engine, 13);
    const rows = await engine.rows(
      sql`select mail.is_elsewhere, other.is_elsewhere as other_is, mail.since < other.since as is_later, count(*) as n
        from segments.campaign_member as mail
        join segments.campaign_member as other on other.customer_id = mail.customer_id and other.campaign <> 'mail'
        where mail.campaign = 'mail' group by all`,
      { is_elsewhere: 'boolean', other_is: 'boolean', is_later: 'boolean', n: 'integer' },
    );
    expect(rows).toEqual([
      { is_elsewhere: true, other_is: false, is_later: true, n: expect.toSatisfy((n: number) => n > 5) as number },
    ]);
    const [mail] = campaignLists((await runningCampaigns(engine)).filter(({ campaign }) => campaign === 'mail'));
    const [both] = await engine.rows(
      sql`select count(*) as n, count(member.customer_id) as elsewhere from (${listSql(mail!, { customer_id: sql`customer_id` })}) as row
        left join segments.campaign_member as member on member.customer_id = row.customer_id and member.campaign <> 'mail'`,
      { n: 'integer', elsewhere: 'integer' },
    );
    expect([both!.n > 20, both!.elsewhere]).toEqual([true, 0]);
    const verdicts = await engine.rows(
      sql`select distinct candidate.verdict from segments.campaign_candidate as candidate
        join segments.campaign_member as member on member.campaign = candidate.campaign and member.customer_id = candidate.customer_id
        where member.is_elsewhere`,
      { verdict: 'text' },
    );
    expect(verdicts).toEqual([{ verdict: 'other_campaign' }]);
    await engine.close();
  });

  it('keep the share that each member was drawn with, so that another holdout is no mismatch', async () => {
    const engine = await openDuckdb({ threads: 1 });
    await begin(engine);
    await night(engine, 2);
    await remember(engine);
    await night(
      engine,
      3,
      changed((text) => text.replace('budget: 25, response: 5%, holdout: 25%', 'response: 5%, holdout: 5%')),
    );
    await engine.create(
      'marts.campaign_plan',
      relationSql(relationsOf('marts').find(({ id }) => id === 'marts.campaign_plan')!),
    );
    const [drawn] = await engine.rows(
      sql`select treatment + holdout as members, holdout, expected_holdout, holdout_share from marts.campaign_plan where campaign = 'mail'`,
      { members: 'integer', holdout: 'integer', expected_holdout: 'number', holdout_share: 'number' },
    );
    const [old] = await engine.rows(
      sql`select count(*) as n from segments.campaign_member where campaign = 'mail' and since < '2026-01-03'`,
      { n: 'integer' },
    );
    expect(drawn!.expected_holdout).toBeCloseTo(0.25 * old!.n + 0.05 * (drawn!.members - old!.n), 3);
    await engine.create('models.campaign_power', await campaignPowerSql(engine));
    const [power] = await engine.rows(sql`select sample_ratio_p from models.campaign_power where campaign = 'mail'`, {
      sample_ratio_p: 'number',
    });
    expect(power!.sample_ratio_p).toBeGreaterThan(0.05);
    // As one share for all, the one of today, it would be one.
    const { members, holdout, holdout_share: share } = drawn!;
    expect(sampleRatioP([members - holdout, holdout], [1 - share, share])).toBeLessThan(0.01);
    await engine.close();
  });

  it('teach those to come what they brought against their holdout, once they are measured to their end', async () => {
    const engine = await openDuckdb({ threads: 1 });
    await begin(engine);
    const early = changed((text) =>
      text.replace('ends_on: 2026-01-30', 'ends_on: 2026-01-09, measured_days: 5').replace('response: 5%, ', ''),
    );
    await night(engine, 8, early);
    await remember(engine);
    const expected = async (day: number) => {
      await prepare(engine, day);
      // Of those contacted, one in five buys on the 10th, of the others nobody.
      await engine.create(
        'warehouse.customer_order',
        sql`select customer_id, true as is_purchase, cast('2026-01-10' as date) as purchased_on from remembered
          where campaign = 'mail' and arm = 'treatment' and hash(customer_id) % 5 = 0`,
      );
      await plan(engine, day, early);
      const [row] = await engine.rows(
        sql`select response, response_basis, uplift, uplift_treated, uplift_control from segments.campaign where campaign = 'mail'`,
        {
          response: 'number',
          response_basis: 'text',
          uplift: 'number?',
          uplift_treated: 'integer',
          uplift_control: 'integer',
        },
      );
      return row!;
    };
    expect(await expected(13)).toMatchObject({ response: 0.02, response_basis: 'answers', uplift: null });
    const [arms] = await engine.rows(
      sql`select count(*) filter (where arm = 'treatment') as treated, count(*) filter (where arm = 'holdout') as control,
          count(*) filter (where arm = 'treatment' and hash(customer_id) % 5 = 0) as buyers from remembered where campaign = 'mail'`,
      { treated: 'integer', control: 'integer', buyers: 'integer' },
    );
    const { treated, control, buyers } = arms!;
    const uplift = pooledUplift([
      { treated: { n: treated, successes: buyers }, control: { n: control, successes: 0 } },
    ])!;
    const found = await expected(14);
    expect(found).toMatchObject({ response_basis: 'holdout', uplift_treated: treated, uplift_control: control });
    expect(found.uplift).toBeCloseTo(buyers / treated, 5);
    expect(found.response).toBeCloseTo(drawnTowards(0.02, uplift), 5);
    await engine.close();
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
