import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { main } from '../../src/cli.ts';
import { findTimers } from '../../src/commands/operations/timer.ts';
import { shellWord, shellWords } from '../../src/commands/shell.ts';
import { recordingEffects } from '../support/effects.ts';
import { temporaryFolder } from '../support/running.ts';

const pipeline = (name: string): string => `name: ${name}
store: store
time_zone: Europe/Madrid
as_of: yesterday
currency: EUR
sources: { shop: { files: a.csv, tables: { purchases: same } } }
`;

/** A machine whose \`crontab -l\` prints a text; null: it has no crontab, as cron says it. */
function machine(crontab: string | null) {
  const home = temporaryFolder();
  const bin = join(home, 'bin');
  mkdirSync(bin);
  writeFileSync(join(bin, 'tab'), crontab ?? '');
  const says = crontab === null ? 'echo "no crontab for me" >&2; exit 1' : `[ "$1" = -l ] && cat ${join(bin, 'tab')}`;
  writeFileSync(join(bin, 'crontab'), `#!/bin/sh\n${says}\n`);
  chmodSync(join(bin, 'crontab'), 0o755);
  return { home, env: { HOME: home, PATH: `${bin}:/usr/bin:/bin` }, timeZone: 'Europe/Madrid' };
}

describe('what starts the nights', () => {
  it('is found in the crontab as "bezero schedule --cron" writes it, from a folder with any name', async () => {
    const folder = join(temporaryFolder(), `my 100% "shop" it's`);
    mkdirSync(folder);
    writeFileSync(join(folder, 'nightly.yaml'), pipeline('shop'));
    const effects = recordingEffects(folder);
    await main(['schedule', 'nightly.yaml', '--cron', '--at', '2:05'], effects);
    const tab = `MAILTO=me@example.org\n# 0 1 * * * bezero run other.yaml\n${effects.printed[0]!}\n`;
    const found = { by: 'cron', name: 'crontab', at: 'every day at 02:05 Europe/Madrid', isEnabled: true };
    expect(await findTimers(machine(tab), 'shop')).toEqual([found]);
    expect(await findTimers(machine(tab), undefined)).toEqual([found]);
    expect(await findTimers(machine(tab), 'another')).toEqual([]);
  });

  it('is found as people write it, and told as the crontab tells it', async () => {
    const one = machine(null);
    writeFileSync(join(one.home, 'n.yaml'), pipeline('shop'));
    const at = async (line: string) => {
      writeFileSync(join(one.home, 'bin/crontab'), `#!/bin/sh\ncat <<'END'\n${line}\nEND\n`);
      return (await findTimers(one, 'shop')).map(({ at }) => at);
    };
    expect(await at('30 4  * * 1-5 npx bezero run --quiet n.yaml >/dev/null')).toEqual([
      '"30 4 * * 1-5" in Europe/Madrid',
    ]);
    expect(await at(`@daily cd "${one.home}" && ./node_modules/.bin/bezero run n.yaml`)).toEqual([
      '"@daily" in Europe/Madrid',
    ]);
    const daily = ['every day at 05:00 Europe/Madrid'];
    expect(await at('0 5 * * * bezero run --copy-to /share --as-of 2026-01-31 ~/n.yaml >>/dev/null')).toEqual(daily);
    expect(await at('0 5 * * * docker run shop bezero run n.yaml')).toEqual(daily);
    expect(await at('0 5 * jan sun bezero run n.yaml; cd')).toEqual(['"0 5 * jan sun" in Europe/Madrid']);
    expect(await at('0 5 * * * bezero run gone.yaml')).toEqual([]);
    expect(await at('0 5 * * * run n.yaml')).toEqual([]);
    expect(await at('0 5 * * * bezero status')).toEqual([]);
    expect(await at('0 5 * * * bezero run --as-of $(date +\\%F) n.yaml')).toEqual(daily);
    expect(await at('0 5 * * * bezero run --as-of $(date +%F) n.yaml')).toEqual([]);
  });

  it('is told in the time zone of its line', async () => {
    const tab = [
      '0 4 * * * bezero run n.yaml',
      'CRON_TZ=UTC',
      '0 5 * * * bezero run n.yaml',
      ' CRON_TZ = "Asia/Tokyo" ',
      '@daily bezero run n.yaml',
      'CRON_TZ=',
      '0 6 * * * bezero run n.yaml',
    ];
    const one = machine(`${tab.join('\n')}\n`);
    writeFileSync(join(one.home, 'n.yaml'), pipeline('shop'));
    expect((await findTimers(one, 'shop')).map(({ at }) => at)).toEqual([
      'every day at 04:00 Europe/Madrid',
      'every day at 05:00 UTC',
      '"@daily" in Asia/Tokyo',
      'every day at 06:00 Europe/Madrid',
    ]);
  });

  it('is a file of a pipeline, also where none is named', async () => {
    const one = machine('0 5 * * * cd ~/bezero && npm run x\n0 6 * * * bezero run big.yaml\n');
    writeFileSync(join(one.home, 'big.yaml'), `${pipeline('shop')}${'#\n'.repeat(600_000)}`);
    expect(await findTimers(one, undefined)).toEqual([]);
  });

  it('is nothing where there is no crontab, and no cron', async () => {
    expect(await findTimers(machine(null), undefined)).toEqual([]);
    expect(await findTimers({ env: {}, timeZone: 'UTC' }, undefined)).toEqual([]);
    expect(await findTimers({ env: { PATH: temporaryFolder() }, timeZone: 'UTC' }, undefined)).toEqual([]);
  });

  it('is told by doctor', async () => {
    const { env, home } = machine('0 5 * * * cd ~ && bezero run nightly.yaml');
    writeFileSync(join(home, 'nightly.yaml'), pipeline('shop'));
    const effects = recordingEffects(home, { env });
    await main(['doctor', 'nightly.yaml'], effects);
    expect(effects.printed.join('\n')).toMatch(/ok +timer +every day at 05:00 Europe\/Madrid, by cron/);
  });
});

it('a line of a crontab that ends at a bare % is warned of by doctor', async () => {
  const doctor = async (line: string): Promise<string> => {
    const { env, home } = machine(line);
    writeFileSync(join(home, 'nightly.yaml'), pipeline('shop'));
    const effects = recordingEffects(home, { env });
    await main(['doctor', 'nightly.yaml'], effects);
    return effects.printed.join('\n');
  };
  expect(await doctor('0 5 * * * bezero run ~/nightly.yaml >>log-$(date +%F)')).toMatch(
    /warn\w* +timer +the line of the crontab \(every day at 05:00 Europe\/Madrid\) must hold no bare %[^]*write \\% for each %/,
  );
  expect(await doctor('0 5 * * * bezero run ~/nightly.yaml >>log-$(date +\\%F)')).toMatch(/ok +timer +every day/);
});

describe('shellWords(command)', () => {
  it('reads back what shellWord wrote', () => {
    const words = ['plain', `it's`, 'a b', '$HOME "x"', '\\', '100%', ''];
    expect(shellWords(words.slice(0, -1).map(shellWord).join('  '))).toEqual(words.slice(0, -1));
    expect(shellWords(String.raw`a\ b "c \"d\" $e" 'f''g'`)).toEqual(['a b', 'c "d" $e', 'fg']);
    expect(shellWords(`a;b 'c;d'>>e 2>&1`)).toEqual(['a', ';', 'b', 'c;d', '>>', 'e', '2', '>&', '1']);
  });
});
