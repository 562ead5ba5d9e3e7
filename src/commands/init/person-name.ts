import { quoted } from './expressions.ts';
import type { ProbedColumn } from './probe.ts';
import type { MappingLine } from './proposal.ts';
import { split } from '../../sources/headers/things.ts';
import { readHeaderWords } from '../../sources/headers/words.ts';

/** The parts of a person's name in the order in which they are written. */
const parts = {
  given: split(
    `first name, firstname, fname, given name, given names, forename, christian name, nombre, nombre pila, izen, izena, vorname, prenom, nome,
    voornaam, שם פרטי, name`,
  ),
  middle: split(
    `middle name, middlename, middle initial, second name, segundo nombre, bigarren izena, zweiter vorname`,
  ),
  surname: split(
    `surname, last name, lastname, lname, family name, apellido, apellidos, apellido 1, primer apellido, abizen, abizena, abizenak, abizena 1,
    lehen abizena, nachname, familienname, zuname, nom famille, cognome, sobrenome, apelido, apelidos, achternaam, שם משפחה`,
  ),
  secondSurname: split(`apellido 2, segundo apellido, abizena 2, bigarren abizena, second surname`),
} as const;

const squeezed = (words: string): string => words.replaceAll(' ', '');

function called(columns: readonly ProbedColumn[], words: readonly string[]): ProbedColumn | undefined {
  const known = words.map(squeezed);
  return columns.find(({ header }) => {
    const { phrase, without } = readHeaderWords(header);
    return [phrase, without.customer ?? ''].some((found) => found !== '' && known.includes(squeezed(found)));
  });
}

/** The columns that a name is spread over, each part in order; null where it is in one. */
export interface NameColumns {
  readonly given: readonly ProbedColumn[];
  readonly middle: readonly ProbedColumn[];
  readonly family: readonly ProbedColumn[];
}

/** Where the parts of a name are. */
export function nameColumns(columns: readonly ProbedColumn[]): NameColumns | null {
  const given = called(columns, parts.given);
  // In French, nom is the surname where there is a prenom, and the whole name where there is none.
  const surname = called(columns, [...parts.surname, ...(given && /^pr[eé]nom/i.test(given.header) ? ['nom'] : [])]);
  if (!given || !surname) return null;
  const listed = (column: ProbedColumn | undefined): ProbedColumn[] => (column ? [column] : []);
  return {
    given: [given],
    middle: listed(called(columns, parts.middle)),
    family: [surname, ...listed(called(columns, parts.secondSurname))],
  };
}

/** The lines of the whole name and of its two parts; what is missing leaves no gap. */
export function nameLines({ given, middle, family }: NameColumns): MappingLine[] {
  const line = (canonical: string, uses: readonly ProbedColumn[]): MappingLine => ({
    canonical,
    text: uses.length === 1 ? quoted(uses[0]!) : `nullif(concat_ws(' ', ${uses.map(quoted).join(', ')}), '')`,
    uses,
    was: null,
  });
  return [line('name', [...given, ...middle, ...family]), line('first_name', given), line('last_name', family)];
}
