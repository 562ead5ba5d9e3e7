import { stringify } from 'yaml';
import { attributeName } from './names.ts';
import type { Proposal, SettingLine, TableProposal } from './proposal.ts';

/** A source of the proposed pipeline. */
export interface ProposedSource {
  readonly name: string;
  /** Relative to the pipeline file. */
  readonly files: readonly string[];
  readonly proposal: Proposal;
}

/** Marks what the user must look at; `init` lists the lines that have it. */
export const checkMark = 'CHECK';

/** A value in YAML on one line. */
const yaml = (value: unknown): string =>
  stringify(value, { lineWidth: 0, collectionStyle: 'flow', flowCollectionPadding: true }).trim();

interface Line {
  readonly code: string;
  readonly note: string;
}

/** Lines of one block, their comments under one another. */
function block(indent: number, lines: readonly Line[]): string[] {
  const width = Math.min(Math.max(...lines.map(({ code }) => code.length)), 48);
  return lines.map(({ code, note }) => ' '.repeat(indent) + (note === '' ? code : `${code.padEnd(width)}  # ${note}`));
}

const checked = (check: string | undefined): string => (check === undefined ? '' : `${checkMark}: ${oneLine(check)}`);

/** Text of the user's files inside a comment: short, and never a line of its own. */
const oneLine = (text: string): string => {
  const flat = text.replaceAll(/\s+/g, ' ').replaceAll(/\p{Cc}/gu, '');
  return flat.length > 200 ? `${flat.slice(0, 199)}…` : flat;
};

const noteOf = (was: string | null, seen: string | undefined): string =>
  [...(was === null ? [] : [`was: ${oneLine(shorten(was))}`]), ...(seen === undefined ? [] : [seen])].join('; ');

const shorten = (text: string): string => (text.length > 40 ? `${text.slice(0, 39)}…` : text);

/** Of the options of a source that hold by themselves. */
export const watchNote =
  'also volume, unit_change (error where left out): what is watched of a source, as plan says it; error stops the run';

/** The YAML of a source, its mapping with what each column was in the file, and the headers that are not used. */
export function sourceText({ name, files, proposal }: ProposedSource): string[] {
  const settings: Line[] = [
    { code: `files: ${files.length === 1 ? yaml(files[0]) : yaml(files)}`, note: '' },
    ...proposal.settings.map(({ key, value, check }: SettingLine) => ({
      code: `${key}: ${yaml(value)}`,
      note: checked(check),
    })),
    { code: '# freshness: { warn_after_days: 2, error_after_days: 7 }', note: watchNote },
  ];
  return [
    `  ${name}:`,
    ...block(4, settings),
    '    tables:',
    ...proposal.tables.flatMap(tableText),
    ...(proposal.unused.length > 0 ? [`    # not used: ${proposal.unused.map(oneLine).join(', ')}`] : []),
  ];
}

function tableText({ table, lines, attributes }: TableProposal): string[] {
  const mapping = lines.map(({ canonical, text, was, check, seen, asked }) => ({
    code: `${asked ? '# ' : ''}${canonical}: ${yaml(text)}`,
    note: check === undefined ? noteOf(was, seen) : checked(check),
  }));
  const kept = attributes.map(({ header }) => ({ code: `${yaml(attributeName(header))}: ${yaml(header)}`, note: '' }));
  return [
    `      ${table}:`,
    ...block(8, mapping),
    ...(kept.length === 0 ? [] : ['        attributes:', ...block(10, kept)]),
  ];
}
