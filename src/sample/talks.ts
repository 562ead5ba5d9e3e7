import { daysLater, end } from './calendar.ts';
import type { Character } from './character.ts';
import { demanding } from './company.ts';
import type { Contact } from './contact.ts';
import { drawOpinion, type Opinion } from './opinions.ts';
import type { Person } from './person.ts';
import { cumulate, type Dice, type Weights } from './random.ts';

const desks = ['call_center', 'chat', 'email', 'self_service', 'store', 'social'] as const;
const deskWeights: Record<Opinion, Weights> = {
  praise: cumulate([5, 10, 25, 0, 25, 35]),
  question: cumulate([20, 22, 20, 26, 8, 4]),
  complaint: cumulate([48, 18, 24, 0, 4, 6]),
};
const talks: Readonly<Record<string, number>> = { call_center: 320, chat: 260, store: 240 };

/** Somebody says something, `wait` days after a moment. */
function drawTalk(dice: Dice, opinion: Opinion, person: Person, after: number, channel?: 'call_center'): Contact {
  const moment = daysLater(after, 1 + dice.below(12), 9 + dice.uniform() * 9);
  const desk = channel ?? desks[dice.choose(deskWeights[opinion])]!;
  const length = talks[desk];
  return {
    moment,
    channel: desk,
    direction: 'inbound',
    kind: opinion,
    outcome: opinion !== 'complaint' ? 'answered' : moment > end - 14 * 86_400 || dice.chance(0.12) ? 'open' : 'solved',
    ...(length === undefined ? {} : { seconds: Math.round(length * (0.3 + 1.4 * dice.uniform())) }),
    ...(desk === 'self_service' ? {} : drawOpinion(dice, opinion, person.language)),
  };
}

/** Talks about orders and returns; more of them from the demanding, who call. */
export function drawTalks(dice: Dice, character: Character, person: Person, returned: readonly number[]): Contact[] {
  const contacts: Contact[] = [];
  const talk = (opinion: Opinion, after: number, channel?: 'call_center'): void => {
    contacts.push(drawTalk(dice, opinion, person, after, channel));
  };
  for (const moment of character.history.moments) {
    if (dice.chance(0.16)) talk('question', moment);
    if (dice.chance(0.05)) talk('praise', moment);
    if (dice.chance(0.025)) talk('complaint', moment);
    if (!character.demanding) continue;
    for (let call = dice.poisson(demanding.callsPerOrder); call > 0; call -= 1) {
      talk(dice.chance(0.25) ? 'complaint' : 'question', moment, 'call_center');
    }
  }
  for (const moment of returned) if (dice.chance(0.2)) talk('complaint', moment);
  for (let call = character.demanding ? demanding.calls : 0; call > 0; call -= 1) {
    talk('question', character.arrival, 'call_center');
  }
  return contacts;
}
