import { createHmac } from 'node:crypto';
import { cpSync, existsSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openDuckdb } from '../../src/engine/duckdb.ts';
import { EngineError } from '../../src/errors.ts';
import { clean } from '../../src/pipeline/erasure/clean.ts';
import { hashSql } from '../../src/pipeline/erasure/hash.sql.ts';
import { readRunRecord } from '../../src/pipeline/record.ts';
import { currentRelease } from '../../src/pipeline/releases.ts';
import { hashFile } from '../../src/disk.ts';
import { loadFiles, readLoad } from '../../src/sources/load-record.ts';
import { raw, sql } from '../../src/sql/sql.ts';
import { withPoints } from '../faults/support/points.ts';
import { bezero, canaries, id, threeNights, yaml } from '../support/canary-shop.ts';
import { recordingEffects } from '../support/effects.ts';
import { runIn, sharedFolder, temporaryFolder } from '../support/running.ts';
import { searchStore } from '../support/search-store.ts';
import { isFull } from '../support/full.ts';

describe.runIf(isFull)('erasing a person', () => {
  const folder = sharedFolder();
  const store = join(folder, 'store');

  it('tells every place that holds them, as an independent search of every byte and every row does', async () => {
    await threeNights(folder);
    rmSync(join(store, 'releases', '.2026-11-24T020000Z-0024'), { recursive: true, force: true });
    const told = await bezero(folder, 'subject', id, '--output', 'held', '--json');
    expect(told).toMatchObject({ code: 0 });
    const { held, lists } = JSON.parse(told.printed) as { held: { place: string; rows: number }[]; lists: string[] };
    const called = (place: string): string => {
      const [kind, name, table] = place.split('/');
      if (kind === 'people') return `people.duckdb#main.${name}`;
      return kind === 'loads' ? `loads/${name}/${table}.parquet` : `releases/${name}/bezero.duckdb#${table}`;
    };
    const found = await searchStore(store, canaries);
    // What is made of the tables, and lists alone: they are written again, or go.
    const isFile = (one: string): boolean =>
      /^releases\/[^/]+\/(segments|machine|segments\.xlsx|customers\.|report\.html|bezero\.duckdb$)/.test(one) ||
      ['last-rejects.csv', 'people.duckdb'].includes(one);
    const mentions = (one: string): boolean =>
      /#(features\.customer|warehouse\.customer|marts\.customer)(_\w+)?$/.test(one);
    const places = held.map(({ place }) => called(place)).sort();
    expect(places.filter((place) => !found.includes(place))).toEqual([]);
    expect(found.filter((one) => !places.includes(one) && !isFile(one) && !mentions(one))).toEqual([]);
    expect(places.length).toBeGreaterThan(40);
    expect(lists).toEqual(['2026-11-21T020000Z-0021']);
    expect(found).toContain('releases/2026-11-21T020000Z-0021/segments/all-customers.csv');
    expect(found).toContain('last-rejects.csv');
    const rejects = held.filter(({ place }) => /^loads\/.*\/rejects$/.test(place));
    expect(rejects.map(({ rows }) => rows)).toEqual([1, 1]);
    for (const { place } of rejects) expect(readFileSync(join(folder, 'held', `${place}.json`), 'utf8')).toContain(id);
    expect((await bezero(folder, 'subject', id, '--output', 'held')).said).toContain(
      'must be a folder that is not there yet',
    );
    expect((await bezero(folder, 'subject', 'nobody', '--output', 'none')).code).toBe(2);
  });

  it('leaves either state where it dies, and the next command ends it', async () => {
    const before = await currentRelease(store);
    const backup = temporaryFolder();
    cpSync(store, backup, { recursive: true, verbatimSymlinks: true });
    // It dies right before a release takes the place of another: the older one that has a warehouse, then the current one.
    for (const last of [0, 1]) {
      rmSync(store, { recursive: true });
      cpSync(backup, store, { recursive: true, verbatimSymlinks: true });
      const effects = recordingEffects(folder);
      const [{ addErasures }, { openDuckdb: open }] = [
        await import('../../src/pipeline/erasure/list.ts'),
        { openDuckdb },
      ];
      const given = join(folder, 'given.parquet');
      const engine = await open();
      await engine.unload(sql`select ${id} as customer_id`, given, 'parquet');
      await engine.close();
      await addErasures(store, given, '2026-11-24', () => effects.randomId());
      let calls = 0;
      const dying = clean(store, {
        version: 'test',
        stillHeld: () => {
          if (calls++ === last) throw new EngineError('died');
        },
      });
      await expect(dying).rejects.toThrow('died');
      const now = await currentRelease(store);
      expect(now).toBe(before);
      expect(await hashFile(join(store, 'current', 'bezero.duckdb'))).toBe(
        await hashFile(join(backup, 'current', 'bezero.duckdb')),
      );
      const { code, said } = await bezero(folder, 'erase');
      expect([code, said]).toEqual([0, said]);
      expect(await searchStore(store, canaries)).toEqual([]);
      expect(readdirSync(join(store, 'releases')).sort()).toEqual([
        '2026-11-21T020000Z-0021',
        '2026-11-22T020000Z-0022e1',
        '2026-11-23T020000Z-0023e1',
      ]);
    }
    rmSync(store, { recursive: true });
    cpSync(backup, store, { recursive: true, verbatimSymlinks: true });
  });

  it('ends what died between two files of a load, and takes its own change for no harm', async () => {
    const backup = temporaryFolder();
    cpSync(store, backup, { recursive: true, verbatimSymlinks: true });
    const restore = (): void => {
      rmSync(store, { recursive: true });
      cpSync(backup, store, { recursive: true, verbatimSymlinks: true });
    };
    // The rows are in their place; then the rejects; then the hashes; the mark of the load is missing.
    for (const last of [1, 2, 3]) {
      let renamed = 0;
      const strike = (point: string): void => {
        if (/^renameSync \/loads\//.test(point) && renamed++ >= last) throw new EngineError('died');
      };
      const died = await withPoints('file', store, strike, () => bezero(folder, 'erase', '--customer', id));
      expect([died.code, died.said]).toEqual([5, expect.stringContaining('died')]);
      const { code, said } = await bezero(folder, 'erase');
      expect([code, said]).toEqual([0, said]);
      expect(await searchStore(store, canaries)).toEqual([]);
      for (const load of readRunRecord(join(store, 'current'))!.inputs) {
        const files = loadFiles(join(store, 'loads'), load);
        const { written } = readLoad(join(store, 'loads'), load)!;
        expect(written).toEqual({ rows: await hashFile(files.rows), rejects: await hashFile(files.rejects) });
      }
      restore();
    }
  });

  it('leaves no trace in any table, file, list, page or free block; hashes of manifests hold', async () => {
    const backup = temporaryFolder();
    cpSync(store, backup, { recursive: true, verbatimSymlinks: true });
    const { code, said } = await bezero(folder, 'erase', '--customer', id);
    expect([code, said]).toEqual([0, said]);
    expect(said).toContain('1 customer erased');
    expect(said).toContain('2026-11-23T020000Z-0023 was written again, as 2026-11-23T020000Z-0023e1');
    expect(said).toContain('2026-11-21T020000Z-0021 only has its record left');
    expect(said).not.toContain(id);
    expect(await searchStore(store, canaries)).toEqual([]);
    expect(await currentRelease(store)).toBe('2026-11-23T020000Z-0023e1');
    expect(statSync(join(store, 'erasure.key')).mode & 0o777).toBe(0o600);
    for (const run of readdirSync(join(store, 'releases'))) {
      const record = readRunRecord(join(store, 'releases', run))!;
      expect(record.run).toBe(run);
      for (const { file, sha256 } of record.outputs)
        expect(await hashFile(join(store, 'releases', run, file))).toBe(sha256);
    }
    expect(readRunRecord(join(store, 'current'))!.previous).toBe('2026-11-22T020000Z-0022e1');
    // Others are as they were, but for who referred them.
    const engine = await openDuckdb({
      file: join(store, 'current', 'bezero.duckdb'),
      readOnly: true,
      searchPath: store,
    });
    await engine.attach(join(backup, 'current', 'bezero.duckdb'), 'backup');
    const others = sql`select count(*) as n from (select * exclude (referrer) from backup.marts.customer where customer_id <> ${id}
      except select * exclude (referrer) from marts.customer) as lost`;
    expect(await engine.rows(others, { n: 'integer' })).toEqual([{ n: 0 }]);
    expect(await engine.rows(raw('select count(*) as n from marts.customer'), { n: 'integer' })).toEqual([{ n: 12 }]);
    await engine.close();
  });

  it('keeps them out of the next night, where every record still ends somewhere', async () => {
    const { record } = await runIn(folder, yaml, { now: '2026-11-25T02:00:00Z', random: '0025' });
    expect(record.run).toBe('2026-11-25T020000Z-0025');
    const ended = record.inputs.map(({ file, records, loaded, rejectedInAll, skipped }) => [
      ...[file, records, loaded, rejectedInAll, skipped],
    ]);
    expect(ended).toEqual([
      ['customers.csv', 14, 12, 1, 1],
      ['purchases.csv', 15, 12, 1, 2],
      ['interactions.csv', 2, 1, 0, 1],
      ['returns.csv', 2, 1, 0, 1],
    ]);
    expect(record.totals.buyers).toBe(12);
    expect(record.totals.netRevenue).toBe(6 * 10 + 30 + 6 * 1000 + 36);
    expect(await searchStore(store, canaries)).toEqual([]);
  });

  it('keeps them out of old files that are read again, of rollbacks, and of what a backup brings back', async () => {
    const old = readFileSync(join(folder, 'customers.csv'), 'utf8');
    writeFileSync(join(folder, 'customers-2.csv'), `${old}new,New,,,,,true\n`);
    const again = await runIn(folder, yaml, { now: '2026-11-26T02:00:00Z', random: '0026' });
    expect(again.record.warnings.join('\n')).toContain(
      'records of people who were erased were read again, and are kept out: 1',
    );
    expect(await searchStore(store, canaries)).toEqual([]);
    expect((await bezero(folder, 'rollback')).code).toBe(0);
    expect(await searchStore(store, canaries)).toEqual([]);
    // A load and a release as they were before, from a backup of the store.
    const fresh = temporaryFolder();
    cpSync(folder, fresh, {
      recursive: true,
      filter: (path) => basename(path) !== 'store' && basename(path) !== 'held',
    });
    rmSync(join(fresh, 'customers-2.csv'));
    await runIn(fresh, yaml, { now: '2026-11-20T02:00:00Z', random: '0020' });
    for (const load of readdirSync(join(fresh, 'store', 'loads'))) {
      rmSync(join(store, 'loads', load), { recursive: true, force: true });
      renameSync(join(fresh, 'store', 'loads', load), join(store, 'loads', load));
    }
    renameSync(join(fresh, 'store/releases/2026-11-20T020000Z-0020'), join(store, 'releases/2026-11-20T020000Z-0020'));
    expect((await searchStore(store, canaries)).length).toBeGreaterThan(30);
    const back = await bezero(folder, 'rollback', '2026-11-20T020000Z-0020');
    expect([back.code, back.said]).toEqual([0, expect.stringContaining('2026-11-20T020000Z-0020e1')]);
    expect(await searchStore(store, canaries)).toEqual([]);
  });

  it('says so where the key is gone, or is another: they would come back', async () => {
    const key = readFileSync(join(store, 'erasure.key'));
    rmSync(join(store, 'erasure.key'));
    const gone = await bezero(folder, 'erase', '--customer', 'c5');
    expect(gone.code).toBe(5);
    expect(gone.said).toMatch(/erasure.key must be the key .* it is gone\. Restore it from a backup/);
    expect(existsSync(join(store, 'erasure.key'))).toBe(false);
    await expect(runIn(folder, yaml, { now: '2026-11-27T02:00:00Z', random: '0027', force: true })).rejects.toThrow(
      'it is gone',
    );
    writeFileSync(join(store, 'erasure.key'), key);
  });
});

describe('the hash of an erased person', () => {
  it('is HMAC-SHA-256, as Node.js computes it', async () => {
    const engine = await openDuckdb();
    const key = Buffer.from('00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff', 'hex');
    for (const text of ['c1', '', 'נועה', "o'x\u0000\n"]) {
      const [row] = await engine.rows(sql`select ${hashSql(key, 'customer', sql`${text}`)} as hash`, { hash: 'text' });
      expect(row!.hash).toBe(createHmac('sha256', key).update(`customer:${text}`).digest('hex'));
    }
    await engine.close();
  });
});
