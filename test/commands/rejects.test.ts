import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { main } from '../../src/cli.ts';
import { recordingEffects, type RecordingEffects } from '../support/effects.ts';
import { temporaryFolder } from '../support/running.ts';
import { makeStore } from '../support/store.ts';

const rejected = `select 'l1' as load_id, source, table_name, file, line::bigint as line, line::bigint - 1 as record, column_name, reason, value, record_text
  from (values
    ('shop', 'purchases', 'in/a.csv', 12, 'purchased_at', 'not_a_date', '2026-02-30', '1,2026-02-30,5'),
    ('shop', 'purchases', 'in/a.csv', 7, 'purchased_at', 'not_a_date', 'soon', '2,soon,5'),
    ('shop', 'purchases', 'in/a.csv', 30, null, 'too_few_fields', null, '3,"x",5,9'),
    ('crm', 'customers', 'in/c.csv', 2, 'email_opt_in', 'not_yes_or_no', 'maybe', '=1+1,maybe')
  ) as v (source, table_name, file, line, column_name, reason, value, record_text)`;

async function run(argv: readonly string[], query = rejected): Promise<RecordingEffects & { readonly code: number }> {
  const folder = temporaryFolder();
  await makeStore(folder, { 'raw.rejects': query });
  const effects = recordingEffects(folder, { stdout: { isTerminal: false, columns: Infinity } });
  return { ...effects, code: await main(['rejects', ...argv], effects) };
}

describe('bezero rejects', () => {
  it('counts by reason, then lists where each stands', async () => {
    const { printed, said } = await run([]);
    expect(printed).toEqual([
      'records  reason          source  table      column',
      '───────  ──────────────  ──────  ─────────  ────────────',
      '      2  not_a_date      shop    purchases  purchased_at',
      '      1  not_yes_or_no   crm     customers  email_opt_in',
      '      1  too_few_fields  shop    purchases  null',
      '',
      'reason          what is wrong',
      '──────────────  ───────────────────────────────────────────────────────',
      'not_a_date      no date as date_format has it (without one: 2026-11-20)',
      'not_yes_or_no   neither yes nor no',
      'too_few_fields  fewer fields than the header has',
      '',
      'where        reason          column        value       record',
      '───────────  ──────────────  ────────────  ──────────  ──────────────',
      'in/c.csv:2   not_yes_or_no   email_opt_in  maybe       =1+1,maybe',
      'in/a.csv:7   not_a_date      purchased_at  soon        2,soon,5',
      'in/a.csv:12  not_a_date      purchased_at  2026-02-30  1,2026-02-30,5',
      'in/a.csv:30  too_few_fields  null          null        3,"x",5,9',
    ]);
    expect(said).toEqual([]);
  });

  it('lists so many, of one source or for one reason', async () => {
    const { printed, said } = await run(['--limit', '1', '--source', 'shop']);
    expect(printed.filter((line) => line.startsWith('in/'))).toEqual([
      'in/a.csv:7   not_a_date  purchased_at  soon   2,soon,5'.replace('in/a.csv:7   ', 'in/a.csv:7  '),
    ]);
    expect(said).toEqual(['1 of 3 shown; --limit N shows more, --csv FILE writes all']);
    const dates = await run(['--reason', 'not_a_date', '--limit', '0']);
    expect(dates.printed.slice(0, 3).join('\n')).toMatch(/ 2 {2}not_a_date  shop/);
    expect(dates.printed).toHaveLength(7);
  });

  it('writes all of them to a file', async () => {
    const { cwd, said } = await run(['--csv', 'rejects.csv', '--limit', '0']);
    const lines = readFileSync(join(cwd, 'rejects.csv'), 'utf8').trim().split('\n');
    expect(lines[0]).toBe('load_id,source,table_name,file,line,record,column_name,reason,value,record_text');
    expect(lines).toHaveLength(5);
    expect(lines[3]).toBe('l1,shop,purchases,in/a.csv,12,11,purchased_at,not_a_date,2026-02-30,"1,2026-02-30,5"');
    expect(said).toEqual(['rejects.csv: 4 rejects']);
  });

  it('prints JSON', async () => {
    const { printed } = await run(['--json', '--limit', '1']);
    const found = JSON.parse(printed.join('')) as { total: number; reasons: unknown[]; records: unknown[] };
    expect(found.total).toBe(4);
    expect(found.reasons[0]).toEqual({
      reason: 'not_a_date',
      source: 'shop',
      table_name: 'purchases',
      column_name: 'purchased_at',
      records: 2,
    });
    expect(found.records).toHaveLength(1);
  });

  it('says which reasons and sources there are where another one is asked for', async () => {
    const reason = await run(['--reason', 'not_a_day']);
    expect([reason.code, reason.said]).toEqual([
      2,
      [
        [
          '--reason must be a reason that a record was rejected for, got "not_a_day"; did you mean not_a_date?',
          '  not_a_date      2 records: no date as date_format has it (without one: 2026-11-20)',
          '  not_yes_or_no   1 record: neither yes nor no',
          '  too_few_fields  1 record: fewer fields than the header has',
        ].join('\n'),
      ],
    ]);
    const source = await run(['--source', 'shops']);
    expect(source.said).toEqual([
      '--source must be a source of rejected records, got "shops"; did you mean shop?\n  crm   1 record\n  shop  3 records',
    ]);
    const none = await run(['--source', 'shop'], `${rejected} limit 0`);
    expect(none.said).toEqual(['--source must be a source of rejects; no record was rejected, got "shop"']);
  });

  it('shows the rejects of a run that was stopped, unless those of the release are asked for', async () => {
    const folder = temporaryFolder();
    const store = await makeStore(folder, { 'raw.rejects': rejected });
    writeFileSync(
      join(store, 'last-rejects.csv'),
      'load_id,source,table_name,file,line,record,column_name,reason,value,record_text\nl2,shop,purchases,in/b.csv,1204,1203,quantity,not_a_number,two,"3,""x"",two"\n',
    );
    const look = async (...argv: readonly string[]) => {
      const effects = recordingEffects(folder, { stdout: { isTerminal: false, columns: Infinity } });
      return { ...effects, code: await main(['rejects', ...argv], effects) };
    };
    const stopped = await look();
    expect(stopped.code).toBe(0);
    expect(stopped.said).toEqual([expect.stringMatching(/^a run was stopped .*store\/last-rejects\.csv\. --released/)]);
    expect(stopped.printed.at(-1)).toMatch(/^in\/b\.csv:1,?204 +not_a_number +quantity +two +3,"x",two$/);
    const released = await look('--released');
    expect(released.said).toEqual([]);
    expect(released.printed.join('\n')).toContain('in/c.csv:2');
    rmSync(join(store, 'current'));
    expect((await look('--json')).printed.join('')).toContain('"reason":"not_a_number"');
  });

  it('reads a stopped run of records longer than 2 MB, and of any look', async () => {
    const folder = temporaryFolder();
    const store = await makeStore(folder, { 'raw.rejects': rejected });
    const long = 'x'.repeat(3_000_000);
    writeFileSync(
      join(store, 'last-rejects.csv'),
      `load_id,source,table_name,file,line,record,column_name,reason,value,record_text\nl2,shop,purchases,in/b.csv,2,1,,too_few_fields,,"3,""a\n${long}"\nl2,shop,purchases,in/b.csv,4,3,quantity,not_a_number,two,"4;5\r\n6"\n`,
    );
    const effects = recordingEffects(folder, { stdout: { isTerminal: false, columns: Infinity } });
    expect(await main(['rejects', '--json'], effects), effects.said.join('\n')).toBe(0);
    const { total, records } = JSON.parse(effects.printed.join('')) as {
      total: number;
      records: { line: number; record_text: string }[];
    };
    expect(total).toBe(2);
    expect(records.map(({ line, record_text }) => [line, record_text.length])).toEqual([
      [2, long.length + 5],
      [4, 6],
    ]);
  });

  it('says so where nothing was rejected', async () => {
    const { printed, said } = await run([], `${rejected} limit 0`);
    expect([printed, said]).toEqual([[], ['no record was rejected']]);
  });
});
