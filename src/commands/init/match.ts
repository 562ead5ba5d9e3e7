import { canonicalTables, tableNames, type TableName } from '../../sources/tables.ts';
import type { ProbedColumn } from './probe.ts';
import { synonyms, type Synonyms } from '../../sources/headers/synonyms.ts';
import { otherWords } from '../../sources/headers/things.ts';
import { readHeaderWords, type HeaderWords } from '../../sources/headers/words.ts';

/** A header that may be a canonical column. */
export interface Match {
  readonly column: ProbedColumn;
  readonly table: TableName;
  readonly canonical: string;
  /** 3: the header says whose column it is · 2: the word is clear in this table · 1: it may be. */
  readonly strength: 1 | 2 | 3;
  /** Place in the list of synonyms: the first are the likelier. */
  readonly rank: number;
}

/** Every canonical column that the headers of a file may be. What the values cannot be is left out. */
export function matchHeaders(columns: readonly ProbedColumn[]): Match[] {
  return columns.flatMap((column) => {
    const words = readHeaderWords(column.header);
    return tableNames.flatMap((table) =>
      Object.entries(canonicalTables[table].columns).flatMap(([canonical, { type }]): Match[] => {
        const found = matchOne(words, canonical, synonyms[table][canonical] ?? { words: [] });
        if (!found || !canHold(column, type)) return [];
        return [{ column, table, canonical, ...found }];
      }),
    );
  });
}

function matchOne(
  words: HeaderWords,
  canonical: string,
  { thing, words: known, onlyWithThing }: Synonyms,
): Pick<Match, 'strength' | 'rank'> | null {
  if (words.phrase === canonical.replaceAll('_', ' ')) return { strength: 3, rank: -1 };
  const rest = thing === undefined ? undefined : words.without[thing];
  const named = rest === undefined ? -1 : rankIn(known, rest);
  if (named >= 0) return { strength: 3, rank: named };
  if (rest === '' && canonical.endsWith('_id')) return { strength: 1, rank: known.length };
  const bare = rankIn(known, words.phrase);
  if (bare < 0) return null;
  return { strength: onlyWithThing ? 1 : 2, rank: bare };
}

const squeezed = (words: string): string => words.replaceAll(' ', '');

/** `number *` stands for anything that begins with it; `zip code` and `zipcode` are the same. */
const rankIn = (known: readonly string[], phrase: string): number =>
  phrase === ''
    ? -1
    : known.findIndex((word) =>
        word.endsWith(' *') ? phrase.startsWith(word.slice(0, -1)) : squeezed(word) === squeezed(phrase),
      );

/** An amount of money with a sign or code of the currency: `€ 12,50`, `12.50 EUR`. */
export const withCurrency = /^([^\d\s.,%-]{1,3}\s?-?[\d.,' ]+|-?[\d.,' ]+\s?[^\d\s.,%-]{1,3})$/;

const flags = /^(true|false|t|f|yes|no|y|n|1|0|si|sí|s|bai|ez|כן|לא|on|off|x)$/i;

/** Are the values yes and no? An empty column can be. */
export const holdsFlags = ({ values }: ProbedColumn): boolean => values.every((value) => flags.test(value));

/** A score of another scale would need a mapping that nobody can guess. */
const fromMinus1To1 = /^[+-]?(0|0?[.,]\d+|1([.,]0+)?)$/;

/** Can the values be of this type? An empty column can be anything. */
function canHold(column: ProbedColumn, type: string): boolean {
  const { values, styles, dates } = column;
  if (values.length === 0) return true;
  switch (type) {
    case 'money':
    case 'quantity':
      return styles.length > 0 || (type === 'money' && values.every((value) => withCurrency.test(value)));
    case 'score':
      return values.every((value) => fromMinus1To1.test(value));
    case 'time':
    case 'day':
      return dates.length > 0;
    case 'flag':
      return holdsFlags(column);
    default:
      return true;
  }
}

/** The columns whose header says, or ends in, one of some other words: returned, discount, profit. */
export function columnsCalled(columns: readonly ProbedColumn[], words: keyof typeof otherWords): ProbedColumn[] {
  const known: readonly string[] = otherWords[words];
  return columns.filter(({ header }) => {
    const { phrase, without } = readHeaderWords(header);
    return known.some((word) => [phrase, without.order, without.product].includes(word) || phrase.endsWith(` ${word}`));
  });
}
