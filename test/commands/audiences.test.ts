import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { main } from '../../src/cli.ts';
import { pointCurrent } from '../../src/pipeline/releases.ts';
import { recordingEffects } from '../support/effects.ts';
import { temporaryFolder } from '../support/running.ts';
import { makeRelease, makeStore } from '../support/store.ts';

const tables = {
  'marts.customer': `select * from (values ('001', 'Ane'), ('002', '=Ben'), ('003', null)) as customer (customer_id, name)`,
  'segments.audience': `select 'win_back' as audience, 'Quiet' as title, null::varchar as description, e'true\\n  and true' as condition,
    cast(3 as bigint) as customers, cast(3 as bigint) as by_condition, cast(0 as bigint) as included, cast(0 as bigint) as excluded`,
};

async function setUp(more: Readonly<Record<string, string>> = tables) {
  const folder = temporaryFolder();
  await makeStore(folder, more);
  const run = async (argv: readonly string[], input = '') => {
    const effects = recordingEffects(folder, { readInput: () => Promise.resolve(input) });
    const code = await main(['audiences', ...argv], effects);
    return { code, said: effects.said, printed: effects.printed };
  };
  return { folder, run };
}

describe('bezero audiences', () => {
  it('takes ids from the line, a file of any common form and standard input, and keeps the last word on each', async () => {
    const { folder, run } = await setUp();
    writeFileSync(join(folder, 'a.csv'), '\ufeffname;customer_id\r\n"x;y";"001"\r\nz; 002 \r\n');
    expect((await run(['include', 'win_back', '--from', 'a.csv'])).said[0]).toBe('2 customers included in win_back');
    expect((await run(['exclude', 'win_back', '003', '--from', '-'], '002\r\n\n002\n')).said[0]).toBe(
      '2 customers excluded from win_back',
    );
    expect((await run(['exclude', 'win_back', '003'])).said).toEqual([
      '0 customers excluded from win_back; nothing new for 1 other',
    ]);
    const { printed } = await run(['show', 'win_back', '--json']);
    const shown = JSON.parse(printed.join('')) as { byHand: { customer_id: string; kind: string }[]; decided: number };
    expect(shown.byHand.map(({ customer_id, kind }) => [customer_id, kind])).toEqual([
      ['002', 'exclude'],
      ['003', 'exclude'],
      ['001', 'include'],
    ]);
    expect((await run(['show', 'win_back'])).printed.at(-1)).toMatch(
      /^001 +Ane +included +\S+ \S+ +from the next run on$/,
    );
    expect((await run(['forget', 'win_back', '001', '002', '003'])).said[0]).toBe('3 customers forgotten for win_back');
    const { printed: lines } = await run(['show', 'win_back']);
    expect([lines.length, lines[1]]).toEqual([3, 'true and true']);
  });

  it('refuses what is not known, by name, unless it is forced', async () => {
    const { run } = await setUp();
    expect((await run(['include', 'win_bak', '001'])).said).toEqual([
      'NAME must be an audience of the current release, got "win_bak"; did you mean win_back?',
    ]);
    const unknown = await run(['exclude', 'win_back', '001', 'x', "'; drop table customer"]);
    expect([unknown.code, unknown.said[0]]).toEqual([
      2,
      `ID must be the id of a customer of the current release; no customer is "'; drop table customer", "x"; --force takes them all the same`,
    ]);
    expect((await run(['exclude', 'win_back', 'x', '--force'])).said[0]).toBe('1 customer excluded from win_back');
    expect((await run(['include', 'win_back'])).said[0]).toMatch(/^ID must be given/);
    expect((await run(['include', 'win_back', '--from', 'no.csv'])).said[0]).toBe(
      '--from must be a file that can be read; there is no no.csv',
    );
    expect((await run(['include', 'win_back', '--from', '-'], '\n\n')).said[0]).toMatch(/^--from must hold ids/);
  });

  it('reads what is a file of rows as one, ours too, and says where it is none', async () => {
    const { folder, run } = await setUp({
      ...tables,
      'marts.customer': `select * from (values ('-5', 'Ane'), ('''q', 'Ben'), ('=1+1', null), ('+34', null)) as customer (customer_id, name)`,
    });
    const include = async (text: string) => {
      writeFileSync(join(folder, 'a.csv'), text);
      const { code, said } = await run(['include', 'win_back', '--from', 'a.csv']);
      return [code, said[0]];
    };
    expect(await include(`note,customer_id\n"two\nlines",'-5\n"x, ""y""",'q\n`)).toEqual([
      0,
      '2 customers included in win_back',
    ]);
    expect(await include("'=1+1\n+34\n")).toEqual([0, '2 customers included in win_back']);
    expect(await include('customer_id\n-5\n')).toEqual([
      0,
      '0 customers included in win_back; nothing new for 1 other',
    ]);
    expect(await include('customer_id,note,note\n-5,a,b\n')).toEqual([
      2,
      'a.csv:1: column names must differ; "note" stands twice',
    ]);
    expect((await include('customer_id,note\n-5,a\n+34\n'))[1]).toMatch(
      /^a.csv must be text .+ as many columns in each row; none fits$/,
    );
    const there = await run(['include', 'win_back', '--from', '.']);
    expect([there.code, there.said]).toEqual([2, ['. must be a file; it is a folder: name a file in it']]);
  });

  it('forgets decisions on an audience that the pipeline has no more', async () => {
    const { folder, run } = await setUp();
    await run(['include', 'win_back', '001', '002']);
    const other = tables['segments.audience'].replace('win_back', 'other');
    await makeRelease(join(folder, 'store'), '2026-11-22T020000Z-7f3a', { ...tables, 'segments.audience': other });
    await pointCurrent(join(folder, 'store'), '2026-11-22T020000Z-7f3a');
    expect((await run(['include', 'win_back', '001'])).code).toBe(2);
    expect((await run([])).said).toEqual([
      'decisions by hand are kept on audiences that the release does not have: win_back (2 customers); "bezero audiences show win_back" lists them',
    ]);
    const { printed } = await run(['show', 'win_back']);
    expect(printed.slice(0, 2)).toEqual([
      'win_back',
      'the release does not have this audience; what was decided by hand is kept until "bezero audiences forget" drops it',
    ]);
    expect(printed.slice(5).map((line) => line.split(/ {2,}/).slice(0, 3))).toEqual([
      ['001', 'Ane', 'included'],
      ['002', '=Ben', 'included'],
    ]);
    expect(JSON.parse((await run(['show', 'win_back', '--json'])).printed.join(''))).toMatchObject({
      ...{ audience: 'win_back', condition: null, decided: 2 },
      byHand: [{ customer_id: '001' }, { customer_id: '002' }],
    });
    expect((await run(['show', 'win_bac'])).said[0]).toMatch(/^NAME must be an audience of the current release/);
    expect((await run(['forget', 'win_back', '001'])).said).toEqual(['1 customer forgotten for win_back']);
    expect((await run(['forget', 'win_back', '002', '003'])).said).toEqual([
      '1 customer forgotten for win_back; nothing new for 1 other',
    ]);
    expect((await run(['forget', 'win_back', '001'])).said[0]).toMatch(/^NAME must be an audience/);
  });

  it('shows what was decided where the release has no audiences any more', async () => {
    const { folder, run } = await setUp();
    await run(['exclude', 'win_back', '001']);
    const none = { ...tables, 'segments.audience': `${tables['segments.audience']} where false` };
    await makeRelease(join(folder, 'store'), '2026-11-22T020000Z-7f3a', none);
    await pointCurrent(join(folder, 'store'), '2026-11-22T020000Z-7f3a');
    const listed = await run([]);
    expect([listed.code, listed.printed, listed.said]).toEqual([
      0,
      [],
      [expect.stringMatching(/^decisions by hand are kept .* win_back \(1 customer\)/)],
    ]);
    expect((await run(['show', 'win_back'])).printed.at(-1)).toMatch(/^001 +Ane +excluded +2026-/);
  });

  it('says so where a release has none, also one of before there were any', async () => {
    const { run } = await setUp({ 'marts.customer': tables['marts.customer'] });
    expect((await run([])).said).toEqual([
      'the current release has no audiences: "audiences" in the pipeline names them',
    ]);
  });
});
