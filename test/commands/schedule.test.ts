import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { main } from '../../src/cli.ts';
import { timeIn } from '../../src/commands/schedule/zones.ts';
import type { Effects } from '../../src/commands/effects.ts';
import { recordingEffects } from '../support/effects.ts';
import { temporaryFolder } from '../support/running.ts';

const pipeline = `name: shop
store: store
time_zone: Europe/Madrid
as_of: yesterday
currency: EUR
sources: { shop: { files: a.csv, tables: { purchases: same } } }
`;

const hasSystemd = spawnSync('systemd-analyze', ['--version']).status === 0;

/** A pipeline in a folder whose name is hard on shells, crontabs and units, and a program in one like it. */
function hostile(text = pipeline) {
  const folder = join(temporaryFolder(), `my 100% "shop" it's $HOME \\d`);
  const script = join(folder, 'beze ro%.js');
  mkdirSync(folder);
  writeFileSync(join(folder, 'nightly.yaml'), text);
  writeFileSync(script, 'console.log(JSON.stringify([process.cwd(), ...process.argv.slice(2)]));');
  const schedule = async (argv: readonly string[], more: Partial<Effects> = {}) => {
    const effects = recordingEffects(folder, { program: { node: process.execPath, script }, ...more });
    const code = await main(['schedule', ...argv], effects);
    return { code, printed: effects.printed, said: effects.said };
  };
  return { folder, script, schedule };
}

describe('bezero schedule --cron', () => {
  it('prints a line that cron and its shell read back as the paths that there are', async () => {
    const { folder, schedule } = hostile();
    const { printed } = await schedule(['--cron', '--at', '2:05', '--quiet']);
    expect(printed).toHaveLength(1);
    const [, when, command] = /^(\S+ \S+ \S+ \S+ \S+) {2}(.*)$/.exec(printed[0]!)!;
    expect(when).toBe('5 2 * * *');
    // What cron does itself (crontab(5)): an escaped % is one, a bare one would end the command.
    expect(command!.replaceAll('\\%', '')).not.toContain('%');
    const out = execFileSync('/bin/sh', ['-c', command!.replaceAll('\\%', '%')], { cwd: '/', encoding: 'utf8' });
    expect(JSON.parse(out)).toEqual([folder, 'run', join(folder, 'nightly.yaml'), '--quiet']);
  });

  it('moves the time to the zone of the machine, and notes clocks that do not change together', async () => {
    const { schedule } = hostile();
    const inParis = await schedule(['--cron'], { timeZone: 'Europe/Paris' });
    expect(inParis.printed[0]).toMatch(/^0 5 \* /);
    expect(inParis.said.join()).not.toContain('note:');
    const inUtc = await schedule(['--cron', '--json'], { timeZone: 'UTC' });
    expect(JSON.parse(inUtc.printed[0]!)).toMatchObject({
      kind: 'cron',
      line: expect.stringMatching(/^0 4 \* /) as string,
    });
    expect(inUtc.said.join()).toContain('the clocks of Europe/Madrid and UTC do not change together');
    const summer = new Date('2026-07-01T00:00:00Z');
    expect(timeIn({ hour: 0, minute: 10 }, 'Europe/Madrid', 'America/New_York', summer)).toEqual({
      ...{ hour: 18, minute: 10 },
      steady: false,
    });
    expect(timeIn({ hour: 23, minute: 50 }, 'UTC', 'Asia/Kathmandu', summer)).toEqual({
      ...{ hour: 5, minute: 35 },
      steady: true,
    });
  });
});

describe('bezero schedule', () => {
  it('prints a service and a timer in the zone of the pipeline, with everything escaped', async () => {
    const { folder, schedule } = hostile();
    const { printed, said } = await schedule(['--at', '5:30']);
    const escaped = folder.replace('%', '%%');
    const word = escaped.replace('$', '$$$$').replaceAll('\\', '\\\\').replaceAll('"', '\\"');
    expect(printed.join('\n')).toContain(`WorkingDirectory=${escaped}\n`);
    expect(printed.join('\n')).toContain(
      `ExecStart=${process.execPath} "${word}/beze ro%%.js" run "${word}/nightly.yaml" --quiet\n`,
    );
    expect(printed.join('\n')).toContain('OnCalendar=*-*-* 05:30:00 Europe/Madrid\nPersistent=true\n');
    expect(said).toContain('  systemctl --user enable --now bezero-shop.timer');
  });

  it('writes both to a folder, again over its own, and over nothing else', async () => {
    const { folder, schedule } = hostile();
    const first = await schedule(['--write', 'units', '--json']);
    expect([first.code, readdirSync(join(folder, 'units')).sort()]).toEqual([
      0,
      ['bezero-shop.service', 'bezero-shop.timer'],
    ]);
    expect((JSON.parse(first.printed[0]!) as { units: object }).units).toEqual(
      Object.fromEntries(
        readdirSync(join(folder, 'units')).map((file) => [file, readFileSync(join(folder, 'units', file), 'utf8')]),
      ),
    );
    expect((await schedule(['--write', 'units', '--at', '06:00'])).code).toBe(0);
    const timer = join(folder, 'units/bezero-shop.timer');
    expect(readFileSync(timer, 'utf8')).toContain('06:00:00');
    writeFileSync(timer, '[Timer]\n');
    const { code, said } = await schedule(['--write', 'units']);
    expect([code, said[0]]).toEqual([
      2,
      `${timer} must be a unit that "bezero schedule" wrote, to be replaced; it is another: move it away`,
    ]);
    const home = await schedule(['--write', '.config/systemd/user'], { env: { HOME: folder } });
    expect(home.said).toContain('  systemctl --user daemon-reload');
  });

  it.skipIf(!hasSystemd)(
    'writes what systemd-analyze finds nothing wrong with (skipped where there is none)',
    async () => {
      const { folder, schedule } = hostile();
      await schedule(['--write', 'units']);
      const units = readdirSync(join(folder, 'units')).map((file) => join(folder, 'units', file));
      const verified = spawnSync('systemd-analyze', ['verify', '--man=no', ...units], { encoding: 'utf8' });
      expect([verified.status, verified.stderr]).toEqual([0, '']);
      const calendar = spawnSync('systemd-analyze', ['calendar', '*-*-* 05:00:00 Europe/Madrid'], { encoding: 'utf8' });
      expect(calendar.stdout).toContain('Normalized form: *-*-* 05:00:00 Europe/Madrid');
    },
  );

  it('says where the password of the mail goes: into no unit and no pipeline', async () => {
    const smtp = '{ host: mail.example.org, user: crm, password_env: SHOP_SMTP }';
    const { schedule } = hostile(`${pipeline}mail: { to: a@example.org, from: b@example.org, smtp: ${smtp} }\n`);
    const units = await schedule([]);
    expect(units.printed.join('\n')).toContain('EnvironmentFile=-%h/.config/bezero/bezero-shop.env\n');
    expect(units.said.join('\n')).toContain('a line SHOP_SMTP=PASSWORD');
    expect((await schedule(['--cron'])).said.join('\n')).toContain('a line SHOP_SMTP=PASSWORD above it');
  });

  it.each([
    [['--at', '24:00'], '--at must be a time of the day like 05:00, got "24:00"'],
    [['--at', 'noon'], '--at must be a time of the day like 05:00, got "noon"'],
    [['--cron', '--systemd'], '--systemd and --cron must not be given together; choose one of them'],
    [['--cron', '--write', 'x'], '--write must be left out with --cron: a crontab has no files of its own'],
    [['--write', 'nightly.yaml/x'], '--write must be a folder to write to; ENOTDIR: not a directory'],
    [['nightly.yml'], 'nightly.yml must be a pipeline file; there is none; did you mean nightly.yaml?'],
  ])('refuses %j', async (argv, sentence) => {
    const { code, said, printed } = await hostile().schedule(argv);
    expect([code, printed, said[0]]).toEqual([2, [], expect.stringContaining(sentence)]);
  });

  it('refuses a path that no line holds', async () => {
    const { folder, schedule } = hostile();
    mkdirSync(join(folder, 'a\nb'));
    writeFileSync(join(folder, 'a\nb', 'nightly.yaml'), pipeline);
    const { code, said } = await schedule(['a\nb/nightly.yaml', '--cron']);
    expect([code, said[0]]).toEqual([2, expect.stringContaining('must have a path without line breaks')]);
  });
});
