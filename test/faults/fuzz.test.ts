import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openDuckdb } from '../../src/engine/duckdb.ts';
import { BezeroError, DataError } from '../../src/errors.ts';
import { readPipeline } from '../../src/pipeline/spec.ts';
import { gatherLoads, resolveLoads } from '../../src/sources/load.ts';
import { sourceSpec } from '../../src/sources/spec.ts';
import { literal, name, sql } from '../../src/sql/sql.ts';
import { temporaryFolder } from '../support/running.ts';
import { failures } from './support/failures.ts';
import { keepFigures } from './support/figures.ts';
import { byLevel, patience } from './support/level.ts';

const count: Record<string, number> = {};
const tried = <Ts extends unknown[]>(test: string, quick: number, short: number, full: number) =>
  failures.tried<Ts>(`fuzz: ${test}`, byLevel({ quick, short, full }));

/** Pieces that pipeline files are made of, and others. */
const pieces = [
  ...[
    'name: n\n',
    'store: s\n',
    'time_zone: Europe/Madrid\n',
    'as_of: latest\n',
    'currency: EUR\n',
    'sources:\n',
    'steps:\n',
  ],
  ...[
    '  p: { files: p.csv, tables: { purchases: same } }\n',
    '  - rfm: { bins: 5 }\n',
    '  - kmeans: { k: 3 }\n',
    'outputs: {}\n',
  ],
  ...[
    '__proto__: 1\n',
    'constructor: { prototype: 1 }\n',
    '&a [*a]\n',
    'a: &a [x]\nb: [*a, *a]\n',
    '!!js/function x\n',
    '? [1]\n: 2\n',
  ],
  ...[
    '\t',
    '  ',
    '- ',
    ': ',
    '"',
    "'",
    '{',
    '}',
    '[',
    ']',
    '#',
    '|\n',
    '>-\n',
    '\u0000',
    '\uFEFF',
    '\u2028',
    '1e999',
    '.nan',
    '0x',
    '~',
    '%YAML 1.1\n---\n',
    '...\n',
  ],
];

describe('at random', () => {
  it('reads a pipeline file, or says in words what is wrong with it', () => {
    const text = fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 6 })), { maxLength: 24 });
    count['pipeline files'] = 0;
    fc.assert(
      fc.property(text, (parts) => {
        count['pipeline files']!++;
        try {
          readPipeline('/nowhere/nightly.yaml', parts.join(''));
        } catch (error) {
          expect(error, parts.join('')).toBeInstanceOf(BezeroError);
        }
      }),
      tried('pipeline files', 200, 2_000, 20_000),
    );
    expect(({} as Record<string, unknown>)['prototype']).toBeUndefined();
  });

  it('loads every record of any text, or refuses the file', { timeout: patience }, async () => {
    const folder = temporaryFolder();
    const engine = await openDuckdb({ searchPath: join(folder, 'store'), threads: 1 });
    const cells = [
      '1',
      'a',
      'C1',
      '2024-01-02',
      '-5.25',
      '',
      ' ',
      'NaN',
      '=1+1',
      '\u0000',
      '\uFEFF',
      'é',
      'ש',
      '\uD83D\uDE00',
      '""',
      '"x,y"',
      "'",
    ];
    const marks = [',', ',', ',', ',', '\n', '\n', '\r\n', '\r', '"', ';', '\t', '\\'];
    const text = fc.array(fc.constantFrom(...cells, ...marks), { maxLength: 90 });
    count['files'] = 0;
    count['files refused'] = 0;
    await fc.assert(
      fc.asyncProperty(text, fc.boolean(), async (parts, hasHeader) => {
        count['files']!++;
        const header = 'order_id,line_number,customer_id,purchased_at,quantity,unit_price\n';
        writeFileSync(join(folder, 'p.csv'), (hasHeader ? header : '') + parts.join(''));
        const sources = {
          p: sourceSpec.parse({ files: 'p.csv', tables: { purchases: 'same' }, max_rejected: '100%' }),
        };
        const context = {
          engine: () => Promise.resolve(engine),
          ...{ store: join(folder, 'store'), folder, temporary: join(folder, 'temporary'), zone: 'Europe/Madrid' },
          ...{ currency: 'EUR', rates: {}, abandoned: [], previous: [], sources, step: () => () => undefined },
        };
        try {
          const { loads } = await gatherLoads(context);
          for (const { load, loaded, rejected, skipped } of await resolveLoads(context, loads))
            expect(loaded + rejected + skipped).toBe(load.records);
        } catch (error) {
          expect(error).toBeInstanceOf(DataError);
          count['files refused']!++;
        }
      }),
      tried('files', 8, 60, 600),
    );
    await engine.close();
  });

  it('takes any name for a name and any text for a text', { timeout: patience }, async () => {
    const engine = await openDuckdb();
    const unit = fc.constantFrom(
      '"',
      "'",
      ';',
      '--',
      '/*',
      '*/',
      '\\',
      '$',
      '\n',
      '\u202E',
      'select',
      ' ',
      'a',
      'ñ',
      '%',
      '\u0001',
    );
    const text = fc.string({ unit, minLength: 1, maxLength: 12 });
    count['names'] = 0;
    await fc.assert(
      fc.asyncProperty(text, text, async (column, value) => {
        count['names']!++;
        const query = sql`select ${name(column)} as found from (select ${literal(value)} as ${name(column)}) as named`;
        expect(await engine.rows(query, { found: 'text' })).toEqual([{ found: value }]);
      }),
      tried('names', 100, 500, 5_000),
    );
    expect(
      await engine.rows(sql`select count(*) as tables from information_schema.tables`, { tables: 'integer' }),
    ).toEqual([{ tables: 0 }]);
    await engine.close();
    keepFigures('fuzz', count);
  });
});
