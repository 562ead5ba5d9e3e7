import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { generateSample } from '../../src/sample/generate-sample.ts';
import { sql } from '../../src/sql/sql.ts';
import { isFull, seedsToTry } from '../support/full.ts';
import { openRelease, runIn, temporaryFolder } from '../support/running.ts';

/** The nightly pipeline of the sample without its files and models, but for those named; a campaign that nobody was contacted for, of everybody with an address, instead of its own. */
function pipelineOf(models: readonly string[]): string {
  const file = fileURLToPath(new URL('../../pipelines/nightly.yaml', import.meta.url));
  const nightly = parse(readFileSync(file, 'utf8').replaceAll('../sample-data/', '').replace('../store', 'store')) as {
    steps: Readonly<Record<string, unknown>>[];
  };
  const outputs = { segments: false, workbook: false, parquet: false, report: false };
  const quiet = { audience: 'everybody', channel: 'email', starts_on: '2025-06-01', ends_on: '2025-06-30' };
  return stringify({
    ...nightly,
    steps: nightly.steps.filter((step) => models.includes(Object.keys(step)[0]!)),
    audiences: { everybody: { where: 'true' } },
    campaigns: { quiet: { ...quiet, measured_days: 180, unit_cost: 0, value: 1, response: 0.5, holdout: '50%' } },
    outputs,
  });
}

const isTold = process.env['BEZERO_SEEDS'] !== undefined;

describe.each(seedsToTry)('what the sample plants (seed %i)', (seed) => {
  it.runIf(isFull)(
    'is found in where customers come from, in the channels they answer to and in who resembles the best; no campaign has an effect that is not there',
    async () => {
      const folder = temporaryFolder();
      await generateSample({ customers: 2000, lines: 10, seed }, { folder, format: 'csv' });
      await runIn(folder, pipelineOf([]), { asOf: '2025-06-01', random: '0001' });
      const engine = await openRelease(await runIn(folder, pipelineOf(['kmeans', 'lookalike']), { random: '0002' }));
      const ranked = await engine.rows(
        sql`select member, reason, payback_months, is_paid from marts.advertise_next where dimension = 'source' order by rank, is_paid`,
        { member: 'text', reason: 'text', payback_months: 'integer?', is_paid: 'boolean' },
        8,
      );
      const paid = ranked.filter((row) => row.is_paid);
      if (isTold) console.log(seed, JSON.stringify(ranked));
      const organic = ranked.filter((row) => !row.is_paid);
      expect(organic.map(({ member }) => member)).toEqual(['friend', 'walk_in']);
      expect(organic[0]).toMatchObject({ reason: 'better', payback_months: 1 });
      expect(paid.at(-1)).toMatchObject({ member: 'deal_portal', reason: 'worse' });
      expect(paid.at(-1)!.payback_months ?? 36).toBeGreaterThan(5);

      // Who answers a channel is known only of the plant: 40 % where it suits, 6 % elsewhere.
      const [chosen] = await engine.rows(
        sql`with truth as (
            select customer_id, case answers when 'telemarketing' then 'phone' else answers end as suits
            from read_csv(${join(folder, 'truth_customers.csv')}, all_varchar = true)
          ), naive as (
            select customer_id, channel,
              row_number() over (partition by customer_id order by base_rate desc, channel) as place
            from features.customer_answer where is_allowed
          )
          select count(*) as people, avg(case when reach.best_channel = suits then 0.4 else 0.06 end) as rate,
            avg(case when naive.channel = suits then 0.4 else 0.06 end) as naive_rate,
            avg(best_channel_rate) as expected
          from features.customer_reach as reach
          join truth on truth.customer_id = reach.customer_id
          join naive on naive.customer_id = reach.customer_id and naive.place = 1`,
        { people: 'integer', rate: 'number', naive_rate: 'number', expected: 'number' },
        1,
      );
      if (isTold) console.log(seed, JSON.stringify(chosen));
      expect(chosen!.people).toBeGreaterThan(1000);
      expect(chosen!.rate).toBeGreaterThan(chosen!.naive_rate - 0.002);
      expect(Math.abs(chosen!.rate - chosen!.expected)).toBeLessThan(0.04);

      // Whom a prospect would be like is known of the plant too: the tenth ranked first against all of them.
      const [alike] = await engine.rows(
        sql`with model as (select json_extract_string(fitted, '$.segment') as segment from models.fitted where model = 'lookalike'),
          planted as (
            select truth.planted_segment from read_csv(${join(folder, 'truth_customers.csv')}, all_varchar = true) as truth
            join scores.segment as member on member.customer_id = truth.customer_id
            join model on model.segment = member.segment
            group by truth.planted_segment order by count(*) desc, truth.planted_segment limit 1
          )
          select count(*) as people, avg(case when is_like and lookalike_rank <= people / 10.0 then 1.0 when lookalike_rank <= people / 10.0 then 0.0 end)
            / avg(case when is_like then 1.0 else 0.0 end) as lift
          from (
            select person.lookalike_rank, count(*) over () as people, truth.planted_segment = planted.planted_segment as is_like
            from marts.customer as person cross join planted
            join read_csv(${join(folder, 'truth_customers.csv')}, all_varchar = true) as truth on truth.customer_id = person.customer_id
            where person.lookalike_probability is not null
          ) as ranked`,
        { people: 'integer', lift: 'number' },
        1,
      );
      const [tested] = await engine.rows(
        sql`select cast(json_extract_string(fitted, '$.lift.value') as double) as lift, cast(json_extract_string(fitted, '$.lift.low') as double) as low
        from models.fitted where model = 'lookalike'`,
        { lift: 'number', low: 'number' },
        1,
      );
      if (isTold) console.log(seed, JSON.stringify([alike, tested]));
      expect(alike!.people).toBeGreaterThan(100);
      expect(alike!.lift).toBeGreaterThanOrEqual(2);
      expect(tested!.low).toBeGreaterThanOrEqual(2);

      // Nobody was written to: one such interval in twenty leaves out 0, one p in a thousand is below 0.001.
      const effects = await engine.rows(
        sql`select measure, treated_members, control_members, lower, upper, p from models.campaign_effect where segment is null order by measure`,
        {
          measure: 'text',
          treated_members: 'integer',
          control_members: 'integer',
          lower: 'number',
          upper: 'number',
          p: 'number',
        },
        2,
      );
      if (isTold) console.log(seed, JSON.stringify(effects));
      expect(effects.map(({ measure }) => measure)).toEqual(['bought', 'margin']);
      for (const effect of effects) {
        expect(Math.min(effect.treated_members, effect.control_members)).toBeGreaterThan(300);
        expect(effect.p).toBeGreaterThan(0.001);
      }
    },
  );
});
