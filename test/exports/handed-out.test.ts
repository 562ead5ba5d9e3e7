import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { tableFromIPC } from 'apache-arrow';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import type { Engine } from '../../src/engine/engine.ts';
import { channels, type Channel } from '../../src/exports/consent.sql.ts';
import { exportMarts } from '../../src/exports/marts.ts';
import { reached, targets } from '../../src/exports/platform.ts';
import { exportSegments } from '../../src/exports/segments.ts';
import { exportWorkbook } from '../../src/exports/workbook/export.ts';
import { literal, raw, sql } from '../../src/sql/sql.ts';
import { readWorkbook, recordsOfSheet } from './read-workbook.ts';
import { folder, shopOf } from './support.ts';

/** One customer for each set of open channels, of which some are closed by what people said later. */
const people = Array.from({ length: 2 ** channels.length }, (_, set) => {
  const optedIn = channels.filter((_, i) => (set >> i) & 1);
  const suppressed = set % 4 < 2 ? optedIn.slice(0, 1) : [];
  return { id: `c${set}`, optedIn, suppressed, open: optedIn.filter((channel) => !suppressed.includes(channel)) };
});

const addressesOf = (id: string) => ({
  email: `${id}@secret.example`,
  phone: `+34 6990000${id.slice(1).padStart(2, '0')}`,
  city: `Town of ${id}!`,
  postal_code: `P-${id}-0`,
});

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Whatever a file may tell of an address → whose it is. */
const owners = new Map(
  people.flatMap(({ id, open }) => {
    const { email, phone, city, postal_code } = addressesOf(id);
    const digits = phone.replace(/\D/g, '');
    const hashes = [email, `+${digits}`, digits, postal_code.toLowerCase().replaceAll('-', '')].map(sha256);
    const forms = [email, phone, city, postal_code, ...hashes];
    return forms.map((form) => [form, { id, open }] as const);
  }),
);

/** The channel of a column: of platforms' files, the one they are named by. */
const channelOf = (file: string, column: string): Channel | undefined =>
  targets
    .filter((target) => file.startsWith('platform/') && file.endsWith(`-${target}.csv`))
    .map((target) => reached[target].channel)[0] ??
  ({ email: 'email', phone: 'phone', sms: 'sms', city: 'post', postal_code: 'post' } as const)[column];

type Records = readonly Readonly<Record<string, unknown>>[];

async function recordsIn(engine: Engine, path: string, file: string): Promise<Records> {
  const place = join(path, file);
  if (file.endsWith('.csv')) return parse(readFileSync(place), { bom: true, columns: true });
  if (file.endsWith('.xlsx')) return readWorkbook(place).slice(1).flatMap(recordsOfSheet);
  if (file.endsWith('.arrow'))
    return tableFromIPC(readFileSync(place))
      .toArray()
      .map((row) => (row as { toJSON(): Records[number] }).toJSON());
  const columns = {
    customer_id: 'text',
    email: 'text?',
    phone: 'text?',
    sms: 'text?',
    city: 'text?',
    postal_code: 'text?',
  } as const;
  return engine.rows(sql`select ${raw(Object.keys(columns).join(', '))} from read_parquet(${literal(place)})`, columns);
}

/** Every kind of file that there is, of a shop where half entered a segment and half left it. */
async function everyFile(): Promise<{ engine: Engine; path: string; files: string[] }> {
  const path = folder();
  const engine = await shopOf(
    people.map(({ id, optedIn }, i) => ({
      customer_id: id,
      ...addressesOf(id),
      ...Object.fromEntries(channels.map((channel) => [`${channel}_opt_in`, optedIn.includes(channel)])),
      segment: i % 2 === 0 ? 's1' : null,
      is_prospect: i % 5 === 0,
    })),
    [{ segment: 's1' }],
  );
  const suppressed = people.flatMap(({ id, suppressed }) => suppressed.map((channel) => `('${id}', '${channel}')`));
  await engine.create(
    'people_suppression',
    raw(`select * from (values ${suppressed.join()}) as list (customer_id, channel)`),
  );
  await engine.create(
    'segments.audience_member',
    raw("select 'dear' as audience, customer_id, 'condition' as how from marts.customer"),
  );
  await engine.create(
    'former_customer',
    raw(
      "select customer_id, case when segment is null then 's1' end as segment, 'x' as segment_name from marts.customer",
    ),
  );
  await engine.create(
    'former_member',
    raw(
      "select 'dear' as audience, customer_id, 'condition' as how from marts.customer where hash(customer_id) % 2 = 0 union all select 'old', customer_id, 'condition' from marts.customer",
    ),
  );
  await engine.create('former_audience', raw("select unnest(['dear', 'old']) as audience"));
  const former: Record<string, string> = {
    'marts.customer': 'former_customer',
    'segments.audience_member': 'former_member',
    'segments.audience': 'former_audience',
  };
  const options = { suppressions: 'people_suppression', audiences: [{ audience: 'dear' }] };
  await exportSegments(engine, path, {
    ...options,
    profiles: { people: {}, machine: true, platform: { targets } },
    since: { table: (relation) => (former[relation] ? [former[relation]] : null) },
  });
  await exportWorkbook(engine, path, { ...options, company: 'Shop', asOf: '2026-01-31', run: 'r', currency: 'EUR' });
  for (const format of ['parquet', 'arrow'] as const)
    await exportMarts(engine, path, { ...options, format, marts: ['customer'] });
  const files = readdirSync(path, { recursive: true, encoding: 'utf8' }).filter((file) => /\.\w+$/.test(file));
  return { engine, path, files };
}

describe('files that reach customers', () => {
  it('hold the address of nobody who opted out of its channel or never opted in, in any profile, list of changes, sheet or table', async () => {
    const { engine, path, files } = await everyFile();
    const kinds = files.map((file) => file.replace(/^(?:(\w+)\/)?(?:(changes)\/)?.*\.(\w+)$/, '$1 $2 $3').trim());
    expect([...new Set(kinds)].sort()).toEqual(
      [
        'segments  csv',
        'segments changes csv',
        'machine  csv',
        'machine changes csv',
        'platform  csv',
        'platform changes csv',
        'arrow',
        'parquet',
        'xlsx',
      ].sort(),
    );
    const reached = new Set<string>();
    const leaks: unknown[] = [];
    for (const file of files) {
      for (const record of await recordsIn(engine, path, file)) {
        for (const [column, value] of Object.entries(record)) {
          const owner = owners.get(String(value));
          if (owner === undefined) continue;
          const channel = channelOf(file, column);
          if (!owner.open.includes(channel!)) leaks.push([file, column, owner.id, channel]);
          reached.add(`${file.split('/')[0]!.replace(/.*\./, '')} ${owner.id} ${channel!}`);
        }
      }
    }
    expect(leaks).toEqual([]);
    // Who may be reached is: otherwise files without any address would pass.
    const kept = people.flatMap(({ id, open }) =>
      open.flatMap((channel) =>
        ['platform', ...(channel === 'ads' ? [] : ['segments', 'machine', 'xlsx', 'parquet', 'arrow'])].map(
          (kind) => `${kind} ${id} ${channel}`,
        ),
      ),
    );
    expect(kept.filter((one) => !reached.has(one))).toEqual([]);
    const closed = people
      .filter((person) => person.open.length === 0)
      .flatMap(({ id }) => [...owners].filter(([, owner]) => owner.id === id));
    expect(closed.length).toBeGreaterThan(6);
    for (const file of files.filter((file) => file.endsWith('.csv'))) {
      const text = readFileSync(join(path, file), 'utf8');
      expect(closed.filter(([form]) => text.includes(form)).map(([form]) => [file, form])).toEqual([]);
    }
  });
});
