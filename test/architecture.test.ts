import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const src = fileURLToPath(new URL('../src', import.meta.url));
const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).sort();
const code = files.filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.d.ts'));
const textOf = (file: string): string => readFileSync(join(src, file), 'utf8');
/** The room of the table a file stands in: a folder, or a file beside them. */
const roomOf = (file: string): string => file.split('/')[0]!;

interface Import {
  readonly of: string;
  readonly onlyTypes: boolean;
}

/** What a file imports, own files as paths from `src`. */
function importsOf(file: string): Import[] {
  const found = textOf(file).matchAll(
    /(?:^|\n)\s*(?:import|export)(\s+type)?\s[^;'"]*?from\s+'([^']+)'|import\('([^']+)'\)/g,
  );
  return [...found].map(([, type, from, lazy]) => {
    const name = (from ?? lazy)!;
    return {
      of: name.startsWith('.') ? relative(src, resolve(src, dirname(file), name)) : name,
      onlyTypes: type !== undefined,
    };
  });
}

const isOwn = ({ of }: Import): boolean => files.includes(of);

/** The table of `src/README.md`: room → rooms it may import. */
function readRules(): Map<string, Set<string>> {
  const rows = readFileSync(join(src, 'README.md'), 'utf8').matchAll(/^\| (`[^|]+`) \| [^|]+ \| ([^|]*)\|$/gm);
  const rules = new Map<string, Set<string>>();
  const names = (cell: string): string[] => [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name!);
  for (const [, rooms, allowed] of rows) {
    const before = new Set(rules.keys());
    for (const room of names(rooms!))
      rules.set(
        room,
        new Set([room, ...names(rooms!), ...(allowed!.includes('all above') ? before : names(allowed!))]),
      );
  }
  return rules;
}

const rules = readRules();

describe('the architecture', () => {
  it('has every folder and file of src in the table', () => {
    const rooms = new Set(files.filter((file) => !file.endsWith('.md')).map(roomOf));
    expect([...rules.keys()].sort()).toEqual([...rooms].sort());
  });

  it('imports only what the table allows', () => {
    const broken = code.flatMap((file) =>
      importsOf(file)
        .filter((one) => isOwn(one) && !rules.get(roomOf(file))!.has(roomOf(one.of)))
        .map(({ of }) => `${file} imports ${of}`),
    );
    expect(broken).toEqual([]);
  });

  it('shows the layers the engine as a type', () => {
    const layers = ['sources', 'models', 'segments', 'exports', 'reports', 'sample'];
    const broken = code.flatMap((file) =>
      importsOf(file)
        .filter((one) => layers.includes(roomOf(file)) && roomOf(one.of) === 'engine' && isOwn(one) && !one.onlyTypes)
        .map(({ of }) => `${file} imports ${of}`),
    );
    expect(broken).toEqual([]);
  });

  it('has no import cycles', () => {
    const graph = new Map(
      code.map((file) => [
        file,
        importsOf(file)
          .filter((one) => isOwn(one) && !one.onlyTypes)
          .map(({ of }) => of),
      ]),
    );
    const cycles: string[] = [];
    const state = new Map<string, 'open' | 'done'>();
    const visit = (file: string, path: readonly string[]): void => {
      if (state.get(file) === 'done') return;
      if (state.get(file) === 'open') {
        cycles.push([...path.slice(path.indexOf(file)), file].join(' > '));
        return;
      }
      state.set(file, 'open');
      for (const next of graph.get(file) ?? []) visit(next, [...path, file]);
      state.set(file, 'done');
    };
    for (const file of graph.keys()) visit(file, []);
    expect(cycles).toEqual([]);
  });

  it('talks to the driver in one folder', () => {
    const drivers = code.filter((file) => importsOf(file).some(({ of }) => of.startsWith('@duckdb/')));
    expect(drivers.filter((file) => !file.startsWith('engine/'))).toEqual([]);
    expect(drivers).not.toEqual([]);
  });

  it('reads clock, environment and randomness in cli.ts alone', () => {
    const outside =
      /\bnew Date\(\)|\bDate\.now\(|\bMath\.random\(|\bprocess\.env\b|\bperformance\.now\(|\brandomUUID\b|\brandomBytes\b/;
    expect(code.filter((file) => outside.test(textOf(file)) && !['cli.ts', 'bin.ts'].includes(file))).toEqual([]);
    const clock = /\b(now|current_date|current_timestamp|today|get_current_time|random|setseed)\b\s*\(?/i;
    const withoutComments = (sql: string): string => sql.replace(/--.*$/gm, '').replace(/'[^']*'/g, "''");
    expect(files.filter((file) => file.endsWith('.sql') && clock.test(withoutComments(textOf(file))))).toEqual([]);
  });

  it('keeps files small: one idea each', () => {
    const long = files
      .filter((file) => /\.(tsx?|sql)$/.test(file))
      .map((file) => [file, textOf(file).split('\n').length] as const)
      .filter(([file, lines]) => lines > (file.endsWith('.sql') ? 150 : 300));
    expect(long).toEqual([]);
  });
});
