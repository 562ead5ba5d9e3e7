import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { main } from '../../src/cli.ts';
import { hashFile } from '../../src/disk.ts';
import { openDuckdb } from '../../src/engine/duckdb.ts';
import { EngineError } from '../../src/errors.ts';
import { applyNames, wantedNames } from '../../src/pipeline/people/apply-names.ts';
import { attachPeople, changePeople, nobody, writePeople, type People } from '../../src/pipeline/people/file.ts';
import { reapplyPeople } from '../../src/pipeline/people/reapply.ts';
import { readRunRecord } from '../../src/pipeline/record.ts';
import { listReleases, pointCurrent, warehouseOf } from '../../src/pipeline/releases.ts';
import { raw, sql } from '../../src/sql/sql.ts';
import { recordingEffects } from '../support/effects.ts';
import { openRelease, publishedFiles, runIn, temporaryFolder } from '../support/running.ts';
import { isFull } from '../support/full.ts';

/** Twelve customers, half of whom buy for 10 and half for 1,000, and a prospect. */
function shop(): { folder: string; yaml: string } {
  const folder = temporaryFolder();
  const people = Array.from({ length: 13 }, (_, i) => `c${i},=Name ${i},c${i}@example.org,true`);
  writeFileSync(join(folder, 'customers.csv'), `customer_id,name,email,email_opt_in\n${people.join('\n')}\n`);
  const orders = people.slice(0, 12).map((_, i) => `o${i},1,c${i},2026-01-01,1,${i % 2 === 0 ? 10 + i : 1000 + i}`);
  writeFileSync(
    join(folder, 'purchases.csv'),
    `order_id,line_number,customer_id,purchased_at,quantity,unit_price\n${orders.join('\n')}\n`,
  );
  const yaml = `
name: shop
store: store
time_zone: Europe/Madrid
as_of: latest
currency: EUR
sources:
  customers: { files: customers.csv, tables: { customers: same } }
  purchases: { files: purchases.csv, tables: { purchases: same } }
steps:
  - kmeans: { features: [log1p(monetary)], k: 2, refit: always }
audiences:
  dear: { where: "monetary > 500", title: "<b>Dear</b>" }
  rich: { where: "segment_name = 'Rich'" }
`;
  return { folder, yaml };
}

const members = sql`select customer_id, how from segments.audience_member where audience = 'dear' order by customer_id`;

describe('what people decide', () => {
  it.runIf(isFull)(
    'is in the next release although no file is new, and in the one that is rolled back to, whole',
    async () => {
      const { folder, yaml } = shop();
      const store = join(folder, 'store');
      const bezero = async (...argv: readonly string[]): Promise<string[]> => {
        const effects = recordingEffects(folder);
        expect([await main(argv, effects), effects.said]).toEqual([0, effects.said]);
        return [...effects.printed, ...effects.said];
      };
      const first = await runIn(folder, yaml);
      const nothing = await runIn(folder, yaml, { random: '0001' });
      expect(nothing.published).toBe(false);
      const name = `=cmd|'/c calc'!A1 <b>&`;
      await bezero('segments', 'rename', 's1', name);
      writeFileSync(join(folder, 'ids.csv'), '\ufeff"name","customer_id"\r\n"a, b","c12"\r\n');
      await bezero('audiences', 'include', 'dear', '--from', 'ids.csv');
      await bezero('audiences', 'exclude', 'dear', 'c1', 'c3', 'c12');
      await bezero('audiences', 'include', 'dear', 'c12', 'c2');
      await bezero('audiences', 'forget', 'dear', 'c3');
      expect((await bezero('audiences', 'forget', 'dear', 'c3'))[0]).toBe(
        '0 customers forgotten for dear; nothing new for 1 other',
      );

      const second = await runIn(folder, yaml, { random: '0002', now: '2026-11-22T02:00:00Z' });
      expect(second.published).toBe(true);
      expect((await runIn(folder, yaml, { random: '0003', now: '2026-11-23T02:00:00Z' })).published).toBe(false);

      const dear = ['c11', 'c12', 'c2', 'c3', 'c5', 'c7', 'c9'];
      const look = async (release: typeof first): Promise<void> => {
        const engine = await openRelease(release);
        const rows = await engine.rows(members, { customer_id: 'text', how: 'text' });
        expect(rows.map(({ customer_id }) => customer_id)).toEqual(dear);
        expect(rows.filter(({ how }) => how === 'included').map((row) => row.customer_id)).toEqual(['c12', 'c2']);
        for (const table of ['segments.segment', 'marts.segment_profit', 'marts.customer']) {
          const column = table === 'segments.segment' ? 'name' : 'segment_name';
          const found = sql`select distinct ${raw(column)} as name from ${raw(table)} where segment = 's1'`;
          expect(await engine.rows(found, { name: 'text' })).toEqual([{ name }]);
        }
        const files = publishedFiles(release);
        expect([...files.keys()]).toContain('s1-cmd-c-calc-a1-b.csv');
        expect(files.size).toBe(6);
        const listed = files.get('audience-dear.csv')!.toString();
        expect(listed).toMatch(/,how\r\n/);
        expect(listed).toContain(`"c12","'=Name 12","c12@example.org"`);
        expect(listed).not.toMatch(/^"c1",/m);
        expect(files.get('all-customers.csv')!.toString()).toContain(`'${name}`);
        const report = readFileSync(join(release.release, 'report.html'), 'utf8');
        expect(report).toContain('/c calc');
        expect(report).not.toContain('!A1 <b>');
        const outputs = readRunRecord(release.release)!.outputs.map(({ file }) => file);
        for (const file of outputs) expect(existsSync(join(release.release, file))).toBe(true);
        expect(outputs).toContain('segments/audience-dear.csv');
      };
      await look(second);

      const old = (await listReleases(store)).find(({ run }) => run === first.record.run)!;
      expect(await reapplyPeople(store, old, 'test', () => undefined)).toEqual([]);
      await pointCurrent(store, old.run);
      await look(first);
      expect(readdirSync(old.folder).sort()).toEqual(readdirSync(second.release).sort());
      expect((await runIn(folder, yaml, { random: '0004', now: '2026-11-24T02:00:00Z' })).published).toBe(false);

      await bezero('segments', 'rename', name, '--automatic');
      const third = await runIn(folder, yaml, { random: '0005', now: '2026-11-25T02:00:00Z' });
      const engine = await openRelease(third);
      const automatic = sql`select segment, name from segments.segment order by segment`;
      expect(await engine.rows(automatic, { segment: 'text', name: 'text' })).toEqual([
        { segment: 's1', name: 'High spend' },
        { segment: 's2', name: 'Low spend' },
      ]);
    },
  );

  it.runIf(isFull)(
    'comes to a release of the version before too: all of it, or nothing where the lock is lost',
    async () => {
      const { folder, yaml } = shop();
      const store = join(folder, 'store');
      const first = await runIn(folder, yaml);
      const file = join(first.release, 'run.json');
      writeFileSync(file, JSON.stringify({ ...first.record, reported: undefined }));
      const before = await openDuckdb({ file: warehouseOf(first.release) });
      await before.create('segments.segment', sql`select * exclude (automatic_name) from segments.segment`);
      await before.close();
      await changePeople(store, () =>
        Promise.resolve({ segment_name: raw(`select 's1' as segment, 'Rich' as name, null::timestamp as named_at`) }),
      );
      const [old] = await listReleases(store);
      const hashes = () =>
        Promise.all([warehouseOf(first.release), file, join(first.release, 'report.html')].map(hashFile));
      const untouched = await hashes();
      const there = readdirSync(first.release).sort();
      const lost = reapplyPeople(store, old!, 'test', () => {
        expect(readdirSync(join(store, 'releases')).sort()).toEqual([`.${old!.run}.again`, old!.run]);
        throw new EngineError('the lock was lost');
      });
      await expect(lost).rejects.toThrow('the lock was lost');
      expect(await hashes()).toEqual(untouched);
      expect(readdirSync(join(store, 'releases'))).toEqual([old!.run]);

      expect(await reapplyPeople(store, old!, 'test', () => undefined)).toEqual([
        'its report was made by another version of bezero and shows the names of its day',
      ]);
      expect(readdirSync(first.release).sort()).toEqual(there);
      expect(readdirSync(join(store, 'releases'))).toEqual([old!.run]);
      const [warehouse, , report] = await hashes();
      expect(warehouse).not.toBe(untouched[0]);
      expect(report).toBe(untouched[2]);
      const engine = await openRelease(first);
      const rich = sql`select customer_id from segments.audience_member where audience = 'rich' order by customer_id`;
      const who = (await engine.rows(rich, { customer_id: 'text' })).map(({ customer_id }) => customer_id);
      expect(who).toEqual(['c1', 'c11', 'c3', 'c5', 'c7', 'c9']);
      expect(publishedFiles(first).get('audience-rich.csv')!.toString()).toContain('"c11",');
    },
  );

  it('names segments wherever a release tells one beside its code, and leaves rows in their order', async () => {
    const engine = await openDuckdb();
    await engine.create('segments.segment', raw(`from (values ('s10', 'Old'), ('s2', 'Low')) as t (segment, name)`));
    const codes = `select case i % 3 when 0 then 's10' when 1 then 's2' end as other_segment, i from range(5000) as t (i)`;
    await engine.create('marts.move', raw(`select *, other_segment as other_segment_name from (${codes}) as t`));
    await engine.create('marts.rfm', raw(`select 's2' as rfm_segment, 'Loyal' as rfm_segment_name`));
    const before: People = {
      table: (table) =>
        table === 'segment_name'
          ? raw(`(select 's2' as segment, 'O''Rich' as name, null::timestamp as named_at)`)
          : nobody.table(table),
    };
    await applyNames(engine, await wantedNames(engine, before));
    const told = await engine.rows(raw('select segment, name, automatic_name from segments.segment'), {
      segment: 'text',
      name: 'text',
      automatic_name: 'text',
    });
    expect(told).toEqual([
      { segment: 's2', name: `O'Rich`, automatic_name: 'Low' },
      { segment: 's10', name: 'Old', automatic_name: 'Old' },
    ]);
    const moves = await engine.rows(raw('select i, other_segment_name as name from marts.move'), {
      i: 'integer',
      name: 'text?',
    });
    expect(moves).toEqual(Array.from({ length: 5000 }, (_, i) => ({ i, name: ['s10', `O'Rich`, null][i % 3] })));
    expect(
      await engine.rows(raw('select * exclude (rfm_segment) from marts.rfm'), { rfm_segment_name: 'text' }),
    ).toEqual([{ rfm_segment_name: 'Loyal' }]);
    // Taken back, the automatic name is there again.
    await applyNames(engine, await wantedNames(engine, nobody));
    const names = await engine.rows(raw('select name from segments.segment'), { name: 'text' });
    expect(names.map(({ name }) => name)).toEqual(['Low', 'Old']);
    await engine.close();
  });

  it.runIf(isFull)(
    'is read from a file of before there were names and audiences, and changed whole or not at all',
    async () => {
      const store = temporaryFolder();
      const file = join(store, 'people.duckdb');
      const old = await openDuckdb({ file });
      await old.create('suppression', raw(`select 'c1' as customer_id, 'email' as channel`));
      await old.close();
      const read = async (): Promise<readonly number[]> => {
        const engine = await openDuckdb();
        const people = await attachPeople(engine, store);
        const count = async (table: 'suppression' | 'segment_name' | 'audience_member'): Promise<number> =>
          (await engine.rows(sql`select count(*) as n from ${people.table(table)} as counted`, { n: 'integer' }))[0]!.n;
        const counts = [await count('suppression'), await count('segment_name'), await count('audience_member')];
        await engine.close();
        return counts;
      };
      expect(await read()).toEqual([1, 0, 0]);
      const named = raw(`select 's1' as segment, 'Climbers' as name, timestamp '2026-11-21 02:00:00' as named_at`);
      await changePeople(store, () => Promise.resolve({ segment_name: named }));
      expect(await read()).toEqual([1, 1, 0]);
      const before = readFileSync(file);
      await expect(
        changePeople(store, () => Promise.resolve({ suppression: raw('select 1 as wrong'), segment_name: named })),
      ).rejects.toThrow();
      expect(readFileSync(file)).toEqual(before);
      const aside = temporaryFolder();
      await writePeople(store, aside, () => Promise.resolve({}));
      // What a later version knows would be lost.
      const later = await openDuckdb({ file });
      await later.create('segment_colour', raw(`select 's1' as segment, 'red' as colour`));
      await later.close();
      const written = readFileSync(file);
      await expect(changePeople(store, () => Promise.resolve({}))).rejects.toThrow(
        'it has segment_colour.colour, segment_colour.segment: a later version of bezero wrote it. Go on with that version',
      );
      expect(readFileSync(file)).toEqual(written);
      expect(await read()).toEqual([1, 1, 0]);
      rmSync(file);
      expect(await read()).toEqual([0, 0, 0]);
      expect(existsSync(warehouseOf(store))).toBe(false);
    },
  );
});
