import { InvalidArgumentError, Option, type Command } from 'commander';
import picocolors from 'picocolors';
import { ConfigError } from '../../errors.ts';
import type { Effects } from '../effects.ts';
import { silence } from '../progress.ts';

/** What the options of every command come to. */
interface Setting {
  readonly json: boolean;
  readonly quiet: boolean;
  readonly effects: Effects;
}

/** A command of the program that is there, and is to be equipped. */
export function commandNamed(program: Command, name: string): Command {
  const command = program.commands.find((one) => one.name() === name);
  if (!command) throw new Error(`"${name}" must be in the list of verbs`);
  return command;
}

/** What was said for the whole program, as it holds for one command. */
export function settingOf(command: Command, effects: Effects): Setting {
  const { quiet, json, color } = command.optsWithGlobals<{ quiet?: true; json?: true; color: boolean }>();
  const talk = quiet ? silence : {};
  const colors = color ? effects.colors : picocolors.createColors(false);
  return { json: json === true, quiet: quiet === true, effects: { ...effects, ...talk, colors } };
}

/** `--store`, of every command that looks at a release. */
export const storeOption = (): Option =>
  new Option('-s, --store <DIR>', 'folder of the releases; left out: $BEZERO_STORE, else ./store');

/** Reads an option that is a whole number from `least` up. */
export const wholeNumber =
  (least: number) =>
  (text: string): number => {
    if (/^\d+$/.test(text) && Number(text) >= least) return Number(text);
    throw new InvalidArgumentError(`must be a whole number from ${least} up`);
  };

/** Reads an option that is a share: above 0 and below 1, or as `10%`. */
export function share(text: string): number {
  const value = Number(text.endsWith('%') ? Number(text.slice(0, -1)) / 100 : text);
  if (text.trim() !== '' && value > 0 && value < 1) return value;
  throw new InvalidArgumentError('must be a share above 0 and below 1, like 0.1 or 10%');
}

/** Refuses what stands where the command of a group should: the group does its first command where none is named. */
export function mustBeKnown(command: Command): void {
  const [unknown] = command.args;
  if (unknown === undefined) return;
  const all = command.parent!.commands.map((one) => one.name());
  throw new ConfigError(`unknown command ${command.parent!.name()} ${unknown}; there are ${all.join(', ')}`);
}
