import { cpSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openDuckdb } from '../../src/engine/duckdb.ts';
import { parquetFiles } from '../../src/sql/files.ts';
import { raw, sql } from '../../src/sql/sql.ts';
import { bezero, canaries, fillShop, id, night, yaml } from '../support/canary-shop.ts';
import { isFull } from '../support/full.ts';
import { runIn, sharedFolder } from '../support/running.ts';
import { searchStore } from '../support/search-store.ts';

/** How many hashes the files list that a store keeps them in, or a backup of one of them. */
async function listed(folder: string, prefix = ''): Promise<number> {
  const engine = await openDuckdb();
  const [people, copy] = ['people.duckdb', 'erasures.parquet'].map((file) => join(folder, `${prefix}${file}`));
  const counted: number[] = [];
  if (existsSync(people!)) {
    await engine.attach(people!, 'people');
    counted.push((await engine.rows(raw('select count(*) as n from people.erasure'), { n: 'integer' }))[0]!.n);
  }
  if (existsSync(copy!))
    counted.push((await engine.rows(sql`select count(*) as n from ${parquetFiles([copy!])}`, { n: 'integer' }))[0]!.n);
  await engine.close();
  expect(new Set(counted).size).toBe(1);
  return counted[0]!;
}

describe.runIf(isFull)('the list of who was erased', () => {
  const folder = sharedFolder();
  const store = join(folder, 'store');

  it('is in the store twice', async () => {
    fillShop(folder);
    await night(folder, 21);
    expect((await bezero(folder, 'erase', '--customer', id)).code).toBe(0);
    expect(await listed(store)).toBe(2);
  });

  it('says so where both files that list them are gone', async () => {
    const files = ['people.duckdb', 'erasures.parquet'];
    for (const file of files) renameSync(join(store, file), join(folder, `backup-${file}`));
    const told =
      /people\.duckdb or .*erasures\.parquet must list who was erased, .*; neither lists anybody\. Restore them from your newest backup/;
    await expect(runIn(folder, yaml, { now: '2026-11-27T02:00:00Z', random: '0027', force: true })).rejects.toThrow(
      told,
    );
    const doctor = await bezero(folder, 'doctor');
    expect([doctor.code, doctor.printed]).toEqual([5, expect.stringMatching(told)]);
    for (const file of files) renameSync(join(folder, `backup-${file}`), join(store, file));
    expect((await bezero(folder, 'erase')).code).toBe(0);
  });

  it('keeps them out where one of these files is gone, and writes it again', async () => {
    for (const [i, file] of ['people.duckdb', 'erasures.parquet'].entries()) {
      renameSync(join(store, file), join(folder, `backup-${file}`));
      const { record } = await night(folder, 27 + i);
      expect(existsSync(join(store, file))).toBe(true);
      expect(record.warnings.join().includes('people.duckdb was gone')).toBe(file === 'people.duckdb');
      expect(await searchStore(store, canaries)).toEqual([]);
      expect(await listed(store)).toBe(await listed(folder, 'backup-'));
      rmSync(join(folder, `backup-${file}`));
    }
  });

  it('says which of them cannot be read, and what to do', async () => {
    const file = join(store, 'erasures.parquet');
    const bytes = readFileSync(file);
    for (const harmed of [bytes.subarray(0, bytes.length - 9), Buffer.alloc(bytes.length)]) {
      writeFileSync(file, harmed);
      await expect(night(folder, 29)).rejects.toThrow(
        /erasures\.parquet must list who was erased, and cannot be read: /,
      );
      const doctor = await bezero(folder, 'doctor');
      expect([doctor.code, doctor.printed]).toEqual([5, expect.stringContaining('Remove it: ')]);
    }
    rmSync(file);
    expect((await bezero(folder, 'erase')).code).toBe(0);
    await night(folder, 29);
    expect(await listed(store)).toBe(2);
  });

  it('keeps out who was erased after the backup that people.duckdb was restored from, and says what is forgotten', async () => {
    const decided = await bezero(folder, 'audiences', 'include', 'dear', 'c7');
    expect([decided.code, decided.said]).toEqual([0, decided.said]);
    cpSync(join(store, 'people.duckdb'), join(folder, 'older.duckdb'));
    const { code, said } = await bezero(folder, 'erase', '--customer', 'c7');
    expect([code, said]).toEqual([0, expect.not.stringContaining('older than the last erasure')]);
    const everywhere = (): Promise<string[]> => searchStore(store, ["'customer_id': c7,", 'c7@example.org', 'Name 7']);
    expect(await everywhere()).toEqual([]);
    const restore = (): void => {
      cpSync(join(folder, 'older.duckdb'), join(store, 'people.duckdb'));
    };
    restore();
    expect(await everywhere()).toEqual(
      ['audience_member', 'suppression'].map((table) => `people.duckdb#main.${table}`),
    );
    const doctor = await bezero(folder, 'doctor');
    expect([doctor.code, doctor.printed]).toEqual([5, expect.stringContaining('is older than the last erasure')]);
    for (const command of ['erase', 'rollback']) {
      restore();
      const ended = await bezero(folder, command);
      expect([ended.code, ended.said]).toEqual([0, expect.stringContaining('older than the last erasure')]);
      expect(await everywhere()).toEqual([]);
    }
    restore();
    // The files are read again as they were.
    const old = readFileSync(join(folder, 'customers.csv'), 'utf8');
    writeFileSync(join(folder, 'customers-3.csv'), `${old}newer,Newer,,,,,true\n`);
    const { record } = await runIn(folder, yaml, { now: '2026-11-30T02:00:00Z', random: '0030' });
    expect(record.warnings.join()).toContain('older than the last erasure');
    expect(await everywhere()).toEqual([]);
    const after = await runIn(folder, yaml, { now: '2026-12-01T02:00:00Z', random: '0031', force: true });
    expect(after.record.warnings.join()).not.toContain('older than the last erasure');
  });
});
