import { sources } from './acquisition.ts';
import { end } from './calendar.ts';
import type { Character } from './character.ts';
import type { Contact } from './contact.ts';
import type { Dice } from './random.ts';

/** Visits to the web site: the first one with the referrer that brought the customer, then now and then. */
export function drawVisits(dice: Dice, { arrival, source }: Character): Contact[] {
  const visit = (moment: number, referrer: string): Contact => ({
    moment,
    channel: 'web',
    direction: 'inbound',
    kind: 'visit',
    referrer,
    seconds: 20 + dice.below(900),
    outcome: '',
  });
  const { referrer } = sources[source];
  const visits = referrer === '' ? [] : [visit(arrival, referrer)];
  for (let left = dice.poisson((1.05 * (end - arrival)) / (365 * 86_400)); left > 0; left -= 1) {
    const place = dice.uniform();
    const from = place < 0.3 ? 'search.example' : place < 0.45 ? 'social.example' : place < 0.55 ? 'peaks.example' : '';
    visits.push(visit(arrival + Math.floor(dice.uniform() * (end - arrival)), from));
  }
  return visits;
}
