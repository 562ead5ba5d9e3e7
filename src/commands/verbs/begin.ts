import { Option, type Command } from 'commander';
import type { Effects } from '../effects.ts';
import { examples } from '../help.ts';
import type { SampleOptions } from '../sample.ts';
import { commandNamed, settingOf } from './setting.ts';

/** `init`, `sample` */
export function addStartCommands(program: Command, effects: Effects): void {
  commandNamed(program, 'init')
    .description(
      'Writes a pipeline file with comments, a JSON Schema for your editor, an inbox and a .gitignore. With --from it looks at your own ' +
        'exports (delimiter, encoding, decimal mark, dates, headers in several languages) and proposes how they map. It never overwrites.',
    )
    .argument('[DIR]', 'folder to write to', '.')
    .option('--from <FILE...>', 'your own CSV files, plain or gzip')
    .addHelpText(
      'after',
      examples(
        ['bezero init shop', 'the canonical tables from shop/inbox'],
        ['bezero init shop --from ~/exports/*.csv', 'a proposal for these files'],
      ),
    )
    .action(async (folder: string, { from = [] }: { from?: string[] }, command: Command) => {
      const { init } = await import('../init.ts');
      const { json, effects: settled } = settingOf(command, effects);
      await init({ folder, from, json }, settled);
    });
  commandNamed(program, 'sample')
    .description(
      'Writes the five tables of a made-up company with a known truth: segments, habits and profit that models should find again.',
    )
    .option('--customers <N>', 'how many customers and prospects', '2000')
    .option('--lines <N>', 'mean order lines per customer', '10')
    .option('--out <DIR>', 'folder to write to', 'sample-data')
    .addOption(new Option('--format <FORMAT>', 'of the files').choices(['csv', 'parquet']).default('csv'))
    .option('--seed <N>', 'another seed makes another company of the same kind', '1')
    .option('--force', 'replace files that are there')
    .addHelpText(
      'after',
      examples(
        ['bezero sample --out shop', 'the company of the tutorial'],
        ['bezero sample --customers 1000000 --out big --format parquet', '10 million order lines'],
      ),
    )
    .action(async (options: SampleOptions, command: Command) => {
      const { sample } = await import('../sample.ts');
      await sample(options, settingOf(command, effects).effects);
    });
}
