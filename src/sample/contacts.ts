import { end } from './calendar.ts';
import type { Mailing } from './campaigns.ts';
import type { Character } from './character.ts';
import type { Contact } from './contact.ts';
import type { Person } from './person.ts';
import type { Dice } from './random.ts';
import { drawReached } from './reached.ts';
import { drawTalks } from './talks.ts';
import { drawVisits } from './visits.ts';

/** Draws all contacts with a customer up to the end of the sample, by time. `returned`: moments at which he sent goods back. */
export function drawContacts(
  dice: Dice,
  character: Character,
  person: Person,
  returned: readonly number[],
  mailings: readonly Mailing[],
): Contact[] {
  return [
    ...drawVisits(dice, character),
    ...drawReached(dice, character, person, mailings),
    ...drawTalks(dice, character, person, returned),
  ]
    .filter(({ moment }) => moment < end)
    .sort((one, other) => one.moment - other.moment);
}
