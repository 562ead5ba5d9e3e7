import { dayNumber, dayText, lastDay } from './calendar.ts';
import { hostileNames, languages, namesOf, spell, type Language, type Names } from './names.ts';
import { cumulate, type Dice } from './random.ts';
import { regionNames, regions, type Region, type RegionName } from './regions.ts';
import type { Segment } from './segments.ts';

/** Who somebody is. Empty text: not known. */
export interface Person {
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly birthDate: string;
  readonly gender: string;
  readonly country: string;
  readonly region: RegionName;
  readonly city: string;
  readonly postalCode: string;
  readonly language: Language;
  readonly income: string;
  readonly mayEmail: boolean;
  readonly mayPhone: boolean;
  readonly mayText: boolean;
  readonly mayPost: boolean;
  readonly mayAdvertise: boolean;
}

type Spelt = ReturnType<typeof spell>;

const spelt = (names: Names): Record<'women' | 'men' | 'surnames', readonly Spelt[]> => ({
  women: names.women.map(spell),
  men: names.men.map(spell),
  surnames: names.surnames.map(spell),
});
const speltNames = Object.fromEntries(languages.map((language) => [language, spelt(namesOf[language])]));
const speech = Object.fromEntries(regionNames.map((region) => [region, cumulate(regions[region].languages)]));

/** Domains and top-level names that RFC 2606 keeps for examples: no mail ever arrives. */
const domains = ['example.com', 'example.org', 'example.net', 'posta.example', 'correo.example', 'mail.example'];
const domainWeights = cumulate([34, 18, 8, 16, 14, 10]);

const genders = ['female', 'male', 'other'] as const;
const genderWeights = cumulate([50, 48, 2]);

const digits = (dice: Dice, count: number): string => String(dice.below(10 ** count)).padStart(count, '0');

/**
 * Numbers that ring nowhere: those which Ofcom (07700 900…) and Arcep (06 39 98…) keep for films, and, where there is no such range,
 * numbers that begin with a zero behind the country code.
 */
const phoneOf: Record<Region['country'], (dice: Dice) => string> = {
  ES: (dice) => `+34 000 ${digits(dice, 3)} ${digits(dice, 3)}`,
  FR: (dice) => `+33 6 39 98 ${digits(dice, 2)} ${digits(dice, 2)}`,
  GB: (dice) => `+44 7700 900${digits(dice, 3)}`,
  IL: (dice) => `+972 00-${digits(dice, 3)}-${digits(dice, 4)}`,
};

const fill = (dice: Dice, pattern: string): string => pattern.replace(/#+/g, (run) => digits(dice, run.length));

/** Draws the person that is customer `index`: age, income and region by the segment, the rest by the region. */
export function drawPerson(dice: Dice, index: number, segment: Segment, region: RegionName): Person {
  const place: Region = regions[region];
  const language = languages[dice.choose(speech[region]!)]!;
  const gender = genders[dice.choose(genderWeights)]!;
  const names = speltNames[language]!;
  const first = dice.pick(gender === 'female' || (gender === 'other' && dice.chance(0.5)) ? names.women : names.men);
  const last = dice.pick(names.surnames);
  const second = dice.pick(names.surnames);
  const name = `${first[0]} ${last[0]}${namesOf[language].double ? ` ${second[0]}` : ''}`;
  const [city, postalPattern] = dice.pick(place.cities);
  const age = Math.min(Math.max(dice.normal(...segment.age), 18), 92);
  const birth = dayNumber(lastDay) - Math.floor(age * 365.25);
  const income = segment.income[0] * Math.exp(dice.normal(0, segment.income[1]));
  const domain = domains[dice.choose(domainWeights)]!;
  const hostile = hostileNames[index];
  return {
    name: hostile ?? name,
    email: dice.chance(0.05)
      ? ''
      : `${hostile === undefined ? `${first[1]}.${last[1]}` : 'customer'}.${index + 1}@${domain}`,
    phone: dice.chance(0.14) ? '' : phoneOf[place.country](dice),
    birthDate: dice.chance(0.04) ? '' : dayText(birth),
    gender,
    country: place.country,
    region,
    city,
    postalCode: fill(dice, postalPattern),
    language,
    income: dice.chance(0.06) ? '' : String(Math.round(income / 100) * 100),
    mayEmail: dice.chance(0.72),
    mayPhone: dice.chance(0.38),
    mayText: dice.chance(0.4),
    mayPost: dice.chance(0.55),
    mayAdvertise: dice.chance(0.45),
  };
}
