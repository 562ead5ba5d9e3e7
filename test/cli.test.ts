import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import picocolors from 'picocolors';
import { describe, expect, it } from 'vitest';
import { main } from '../src/cli.ts';
import type { Effects } from '../src/commands/effects.ts';
import { verbs } from '../src/commands/verbs.ts';
import { ConfigError, DataError, EngineError, ModelError } from '../src/errors.ts';
import { recordingEffects, type RecordingEffects } from './support/effects.ts';
import { temporaryFolder } from './support/running.ts';
import { makeStore } from './support/store.ts';

const pause = (milliseconds: number): Promise<void> => new Promise((done) => setTimeout(done, milliseconds));

const root = fileURLToPath(new URL('..', import.meta.url));
const commands = [
  ...['init', 'sample', 'run', 'backfill', 'plan', 'schedule', 'sql', 'docs', 'rejects', 'customer'],
  ...['segments', 'audiences', 'kmeans', 'rfm', 'tree', 'profit', 'clv', 'basket', 'releases', 'rollback', 'erase'],
];

async function run(
  argv: readonly string[],
  more: Partial<Effects> = {},
): Promise<RecordingEffects & { readonly code: number }> {
  const effects = recordingEffects(temporaryFolder(), more);
  return { ...effects, code: await main(argv, effects) };
}

describe('help', () => {
  it.each(['', ...commands])('of bezero %s', async (command) => {
    const { printed, said, code } = await run([...(command === '' ? [] : [command]), '--help']);
    expect([code, said]).toEqual([0, []]);
    expect(
      Math.max(
        ...printed
          .join('\n')
          .split('\n')
          .map((line) => line.length),
      ),
    ).toBeLessThanOrEqual(110);
    await expect(`${printed.join('\n')}\n`).toMatchFileSnapshot(
      `golden/cli/${command === '' ? 'bezero' : command}.txt`,
    );
  });

  it('of status and doctor says what their exit codes mean', async () => {
    for (const command of ['status', 'doctor'])
      expect((await run(['help', command])).printed.join(' ')).toMatch(/Exit code\s+0/);
  });

  it.each([
    ['segments', 'show'],
    ['segments', 'rename'],
    ['segments', 'history'],
    ['segments', 'migrations'],
    ['audiences', 'show'],
    ['audiences', 'include'],
  ])('of bezero %s %s', async (group, command) => {
    const { printed, said, code } = await run([group, command, '--help']);
    expect([code, said]).toEqual([0, []]);
    await expect(`${printed.join('\n')}\n`).toMatchFileSnapshot(`golden/cli/${group}-${command}.txt`);
  });

  it('lists every command, with examples that parse', async () => {
    const { printed } = await run([]);
    for (const command of commands) expect(printed.join('\n')).toMatch(new RegExp(`^ {2}${command}\\b`, 'm'));
    expect((await run(['help', 'plan'])).printed).toEqual((await run(['plan', '--help'])).printed);
    expect((await run(['help', 'segments', 'show'])).printed).toEqual(
      (await run(['segments', 'show', '--help'])).printed,
    );
    expect((await run(['help', 'segments', 'sow'])).said[0]).toMatch(/^unknown command segments sow/);
    expect((await run(['-V'])).printed).toEqual([
      (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }).version,
    ]);
  });

  it('has bold titles where there are colours, unless --no-color', async () => {
    const colors = picocolors.createColors(true);
    expect((await run(['--help'], { colors })).printed.join()).toContain('\u001b[1m');
    const { printed } = await run(['plan', 'nothing.yaml', '--no-color'], { colors });
    expect(printed.join()).not.toContain('\u001b');
  });
});

describe('what is typed wrong', () => {
  it.each([
    [['rnu'], 'unknown command rnu; did you mean run?'],
    [['help', 'segments', 'shwo'], 'unknown command segments shwo; there are list, show, rename, history, migrations'],
    [['help', 'rnu'], 'unknown command rnu; did you mean run?'],
    [['frobnicate'], 'unknown command frobnicate'],
    [['run'], 'PIPELINE must be given'],
    [['run', 'a', '--asof', '3'], 'unknown option --asof; did you mean --as-of?'],
    [['run', 'a', '--as-of'], '--as-of must be followed by DAY'],
    [['run', 'a', '--as-of', 'monday'], '--as-of must be a day like 2026-11-20, got "monday"'],
    [['backfill', 'a'], '--from must be given'],
    [['backfill', 'a', '--from', 'may'], '--from must be a day like 2026-11-20, got "may"'],
    [
      ['backfill', 'a', '--from', '2026-01-31', '--to', '2025-01-31'],
      '--to must not lie before --from; got 2025-01-31 and 2026-01-31',
    ],
    [
      ['backfill', 'a', '--from', '2026-01-31', '--every', 'year'],
      '--every must be day, week, month or a number of days like 14d; got "year"',
    ],
    [['plan', 'a', 'b'], 'plan takes one argument, got 2'],
    [['releases', 'a'], 'releases takes no argument, got 1'],
    [['sql', 'x', '-f', 'tble'], '--format must be one of table, csv, json, parquet, arrow, got "tble"'],
    [['sql', 'x', '-n', '0'], '--limit must be a whole number from 1 up, got "0"'],
  ])('%j', async (argv, sentence) => {
    const { code, said, printed } = await run(argv);
    expect(said[0]).toBe(sentence);
    expect([code, printed]).toEqual([2, []]);
  });

  it('is followed by the way to the help', async () => {
    expect((await run(['sql'])).said).toEqual(['QUERY must be given', '"bezero sql --help" explains it']);
    expect((await run(['frobnicate'])).said[1]).toBe('"bezero --help" lists the commands');
  });
});

describe('exit codes', () => {
  /** A command that fails as it is told to. */
  const failing = async (error: Error, ...flags: readonly string[]): Promise<{ code: number; said: string }> => {
    const folder = temporaryFolder();
    const store = await makeStore(folder, { 'marts.customer': 'select 1 as n' });
    const { code, said } = await run(['sql', '-', '--store', store, ...flags], {
      readInput: () => Promise.reject(error),
    });
    return { code, said: said.join('\n') };
  };

  it.each([
    [2, new ConfigError('p.yaml:1:1: name must be given')],
    [3, new DataError('in/a.csv: 12 of 90 records are rejected')],
    [4, new ModelError('kmeans: 3 distinct customers for k = 5')],
    [5, new EngineError('IO Error: no space left')],
  ])('%i', async (code, error) => {
    expect(await failing(error)).toEqual({ code, said: error.message });
    expect(await failing(error, '--quiet')).toEqual({ code, said: error.message });
  });

  it('1 for a mistake of ours, with the stack and the request to report it', async () => {
    const { code, said } = await failing(new TypeError('x is undefined'));
    expect(code).toBe(1);
    expect(said).toMatch(/^TypeError: x is undefined\n {4}at /);
    expect(said).toMatch(/This is a mistake in bezero \d+\.\d+\.\d+, not in your files\. Please report it/);
  });

  it('with --debug, where an error came from, its SQL and its cause', async () => {
    const error = Object.assign(new EngineError('no', { cause: new Error('deeper') }), { sql: 'select 1' });
    const { said } = await failing(error, '--debug');
    expect(said).toMatch(/EngineError: no\n {4}at [\s\S]+\n\nselect 1\n\ncaused by Error: deeper\n/);
  });
});

describe('--quiet', () => {
  it('says nothing where all is well, and everything that is wrong', async () => {
    const well = await run(['init', 'shop', '--quiet']);
    expect([well.code, well.said, well.printed]).toEqual([0, [], []]);
    const wrong = await run(['plan', 'nothing.yaml', '-q']);
    expect(wrong.said).toHaveLength(1);
  });
});

describe('start-up', () => {
  it('loads nothing but the command line itself', () => {
    const packages = new Set<string>();
    const seen = new Set<string>();
    const visit = (file: string): void => {
      if (seen.has(file)) return;
      seen.add(file);
      const text = readFileSync(join(root, 'src', file), 'utf8');
      for (const [, from] of text.matchAll(/^(?:import|export) (?!type )[^;]*? from '([^']+)';/gm)) {
        if (from!.startsWith('.')) visit(relative(join(root, 'src'), resolve(root, 'src', dirname(file), from!)));
        else packages.add(from!);
      }
    };
    visit('bin.ts');
    expect([...packages].filter((name) => !name.startsWith('node:')).sort()).toEqual(['commander', 'picocolors']);
    expect([...seen].sort()).toEqual([
      'bin.ts',
      'cli.ts',
      'commands/help.ts',
      'commands/program.ts',
      'commands/progress.ts',
      'commands/shell.ts',
      'commands/verbs.ts',
      'commands/words.ts',
      'errors.ts',
      'explained.ts',
    ]);
  });
});

describe('the list of verbs', () => {
  it.each(verbs)('is of the commands that $group $commands equip', async ({ commands: listed, load }) => {
    const program = new Command();
    for (const name of Object.keys(listed)) program.command(name);
    (await load())(program, recordingEffects(temporaryFolder()));
    expect(program.commands.map((command) => command.name())).toEqual(Object.keys(listed));
    for (const command of program.commands) expect(command.description()).not.toBe('');
  });
});

describe('the program as a process', () => {
  const start = (argv: readonly string[], cwd: string): ChildProcessWithoutNullStreams =>
    spawn(process.execPath, ['--import', import.meta.resolve('tsx'), join(root, 'src/bin.ts'), ...argv], {
      cwd,
      env: { ...process.env, TSX_TSCONFIG_PATH: join(root, 'tsconfig.json'), NO_COLOR: '', TMPDIR: cwd },
    });

  const ended = async (
    child: ChildProcessWithoutNullStreams,
  ): Promise<{ code: number | null; signal: string | null; out: string; err: string }> => {
    const text = { out: '', err: '' };
    child.stdout.on('data', (data: Buffer) => (text.out += data.toString()));
    child.stderr.on('data', (data: Buffer) => (text.err += data.toString()));
    return new Promise((done) =>
      child.on('close', (code, signal) => {
        done({ code, signal, ...text });
      }),
    );
  };

  it('keeps data and talk apart, and ends with the code', async () => {
    const folder = temporaryFolder();
    await makeStore(folder, { 'marts.customer': "select 'Ane' as name" });
    expect(await ended(start(['sql', 'from marts.customer'], folder))).toMatchObject({
      code: 0,
      out: 'name\n────\nAne\n',
      err: '',
    });
    expect(await ended(start(['sql', 'from nowhere'], folder))).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringMatching(/^QUERY must be SQL/) as string,
    });
    expect(await ended(start(['plan', 'x.yaml'], folder))).toMatchObject({ code: 2, out: '' });
  });

  it('writes plain lines where there is no terminal', async () => {
    const { code, err } = await ended(
      start(['init', 'shop', '--from', join(root, 'sample-data/purchases.csv')], temporaryFolder()),
    );
    expect(code).toBe(0);
    expect(err).toMatch(/^looking at .*purchases\.csv: 13 columns \(\d+\.\d s\)\nwrote shop\/nightly\.yaml\n/);
    expect(err).not.toContain('\u001b');
  });

  it('ends quietly when its reader goes away', async () => {
    const folder = temporaryFolder();
    await makeStore(folder, { 'marts.many': 'select range as n from range(2000000)' });
    const child = start(['sql', 'from marts.many', '--format', 'csv'], folder);
    const end = ended(child);
    child.stdout.once('data', () => child.stdout.destroy());
    expect(await end).toMatchObject({ code: 0, signal: null, err: '' });
  });

  it('ends at once, by the signal, when it is interrupted in a query', async () => {
    const folder = temporaryFolder();
    await makeStore(folder, { 'marts.customer': 'select 1 as n' });
    const query = 'select count(*) from range(1000000) as a, range(1000000) as b where a.range * b.range % 7 = 3';
    const child = start(['sql', query], folder);
    const end = ended(child);
    while (!readdirSync(folder).some((name) => name.startsWith('bezero-'))) await pause(50);
    await pause(1_000);
    const asked = Date.now();
    child.kill('SIGINT');
    expect(await end).toMatchObject({ signal: 'SIGINT', out: '', err: 'interrupted\n' });
    expect(Date.now() - asked).toBeLessThan(5_000);
  });

  it('writes a night that is interrupted to the journal before it ends', async () => {
    const folder = temporaryFolder();
    writeFileSync(
      join(folder, 'nightly.yaml'),
      'name: shop\nstore: store\ntime_zone: UTC\nas_of: latest\ncurrency: EUR\nsources: { shop: { files: p.csv, tables: { purchases: same } } }\n',
    );
    writeFileSync(
      join(folder, 'p.csv'),
      'order_id,line_number,customer_id,purchased_at,quantity,unit_price\no1,1,c1,2026-01-01,1,9\n',
    );
    const child = start(['run', 'nightly.yaml'], folder);
    const end = ended(child);
    child.stderr.once('data', () => child.kill('SIGTERM'));
    expect(await end).toMatchObject({ signal: 'SIGTERM', err: expect.stringMatching(/\ninterrupted\n$/) as string });
    const line = { outcome: 'interrupted', signal: 'SIGTERM', pipeline: 'shop', release: null, error: null };
    expect(JSON.parse(readFileSync(join(folder, 'store/journal.jsonl'), 'utf8'))).toMatchObject(line);
    const { out } = await ended(start(['status'], folder));
    expect(out).toMatch(/last run: \S+, interrupted after \d+\.\d s \(SIGTERM\)\n/);
  });
});
