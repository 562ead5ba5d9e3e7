import { describe, expect, it } from 'vitest';
import { mustHaveSoundAudiences } from '../../src/pipeline/check-audiences.ts';
import { readPipeline } from '../../src/pipeline/spec.ts';

const frame = `
name: shop
store: store
time_zone: Europe/Madrid
as_of: yesterday
currency: EUR
sources: { purchases: { files: p.csv, tables: { purchases: same } } }
audiences:
`;

const pipelineOf = (conditions: readonly string[]) =>
  readPipeline(
    'p.yaml',
    frame + conditions.map((where, i) => `  a${i}: { where: ${JSON.stringify(where)} }\n`).join(''),
  );

describe('audiences', () => {
  it('are conditions on the columns of marts.customer', async () => {
    const sound = [
      "rfm_segment = 'Champions' and recency_days > 60 -- quiet",
      "customer.segment_name is null or lower(email) like '%@example.org'",
      'try_cast(postal_code as integer) between 1 and 20',
      'is_prospect',
      "acquired_on > '2020-12-01'",
      "split_part(lower(email), '@', 2) = 'example.org' and nullif(recency_days, 0) > 2",
      "list_contains(['a', 'b'], country) or date_diff('day', acquired_on, last_purchased_on) > 3",
    ];
    await expect(mustHaveSoundAudiences(pipelineOf(sound), null)).resolves.toBeUndefined();
  });

  it('are refused with place and reason where they are anything else', async () => {
    const wrong: readonly (readonly [condition: string, reason: string | RegExp])[] = [
      ['recency_dys > 60', 'no column is called recency_dys; did you mean recency_days?'],
      ['other.segment = 1', 'no column is called other.segment; did you mean segment?'],
      ['monetary', 'it gives a value (DECIMAL(18,4)), not yes or no'],
      ['monetary >', /^syntax error/],
      ['true; drop table marts.customer', /^syntax error/],
      ['true) as value from (select 1', 'one expression is allowed, and nothing behind it'],
      ['1=1) or (1=1', 'one expression is allowed, and nothing behind it'],
      ['is_prospect) and (monetary > 3 -- ) or (true', 'one expression is allowed, and nothing behind it'],
      ["customer_id in (select column0 from read_csv('/etc/passwd'))", 'a query inside it is not allowed'],
      ['sum(monetary) > 3', /aggregates/],
      ['row_number() over () < 10', 'it must look at one customer at a time'],
      ["acquired_on > '2020-13-01'", /^date field value out of range: "2020-13-01"/],
      ["is_prospect and monetary > 'abc'", /^Could not convert string "abc" to DECIMAL/],
      ['random() < 0.5', /^random changes from run to run/],
      ['last_purchased_on < current_date - 60', /^current_date changes from run to run; .* recency_days/],
    ];
    const error = await mustHaveSoundAudiences(pipelineOf(wrong.map(([condition]) => condition)), null).catch(String);
    const lines = String(error).replace('ConfigError: ', '').split('\n');
    expect(lines).toHaveLength(wrong.length);
    for (const [i, [, reason]] of wrong.entries()) {
      const start = `p.yaml:${9 + i}:${15 + String(i).length}: audiences.a${i}.where must be a condition on the columns of marts.customer; `;
      expect(lines[i]!.slice(0, start.length)).toBe(start);
      if (typeof reason === 'string') expect(lines[i]!.slice(start.length)).toBe(reason);
      else expect(lines[i]!.slice(start.length)).toMatch(reason);
    }
  });

  it('look at no clock, chance or session, by whatever name', async () => {
    const day = 'last_purchased_on';
    const wrong: readonly (readonly [called: string, condition: string])[] = [
      ['ago', `${day} < ago(to_days(100))`],
      ['current_localtimestamp', `${day} < current_localtimestamp()`],
      ['current_localtime', "current_localtime() > '12:00'"],
      ['pg_postmaster_start_time', `${day} < pg_postmaster_start_time()`],
      ['pg_conf_load_time', `${day} < pg_conf_load_time()`],
      ['now', `${day} < now()`],
      ['today', `${day} < today()`],
      ['get_current_timestamp', `${day} < get_current_timestamp()`],
      ['transaction_timestamp', `${day} < main.transaction_timestamp()`],
      ['age', `age(${day}) > interval 3 days`],
      ['uuid', "cast(uuid() as varchar) > 'a'"],
      ['current_setting', "current_setting('threads') = '1'"],
      ['version', "version() = 'v1'"],
      ['session_user', "session_user() = 'x'"],
      ['txid_current', 'txid_current() > 3'],
    ];
    const error = await mustHaveSoundAudiences(pipelineOf(wrong.map(([, condition]) => condition)), null).catch(String);
    const lines = String(error).split('\n');
    expect(lines.map((line) => / must be a condition .+; (\w+) changes from run to run; /.exec(line)?.[1])).toEqual(
      wrong.map(([called]) => called),
    );
  });

  it('have names that files can have', () => {
    expect(() => readPipeline('p.yaml', `${frame}  ../up: { where: "true" }\n`)).toThrow(
      /p\.yaml:9:3: audiences.+ must be named by lower-case letters, digits, hyphens and underscores, 40 at most/,
    );
  });
});
