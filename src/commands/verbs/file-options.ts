import { Option } from 'commander';

/** How the text of a file is read, where what is found is wrong. */
export const decimalMark = (): Option =>
  new Option('--decimal-mark <MARK>', 'of a file; left out: found in its numbers').choices(['.', ',']);

/** Texts that mean no value. */
export const nulls = (): Option =>
  new Option('--nulls <WORDS>', 'of a file: texts that mean no value, besides nothing: n/a,NULL').argParser((text) =>
    text.split(',').map((word) => word.trim()),
  );

/** What spreadsheets should know before they open a file of scores. */
export const forPrograms = 'for programs: texts as they stand, without a BOM and unguarded against formulas';
