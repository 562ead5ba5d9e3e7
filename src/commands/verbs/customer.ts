import type { Command } from 'commander';
import type { Effects } from '../effects.ts';
import { examples } from '../help.ts';
import { commandNamed, settingOf, storeOption } from './setting.ts';

/** `customer` */
export function addCustomerCommand(program: Command, effects: Effects): void {
  commandNamed(program, 'customer')
    .description(
      'Tells of one customer or prospect of the current release: the segment, and by which features it is this one and not the next; RFM, ' +
        'usage and lifecycle; profit and loss, what serving them costs, why they lose, whether to keep them and what that may cost; the segments so far; the last orders and contacts; consent; the ' +
        'audiences, by condition or by hand; and what has changed since the release before. Addresses, numbers to call and what was said in contacts are not shown.',
    )
    .argument('<ID>', 'customer_id, as in marts.customer')
    .addOption(storeOption())
    .addHelpText(
      'after',
      examples(
        ['bezero customer 0000108', 'who this is'],
        ['bezero customer 0000108 --json', 'the same for a program, with every feature'],
      ),
    )
    .action(async (id: string, options: { store?: string }, command: Command) => {
      const { customer } = await import('../customer.ts');
      const { json, effects: settled } = settingOf(command, effects);
      await customer({ ...options, id, json }, settled);
    });
}
