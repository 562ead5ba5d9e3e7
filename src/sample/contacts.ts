import { sources } from './acquisition.ts';
import { dayOf, daysLater, end } from './calendar.ts';
import type { Mailing } from './campaigns.ts';
import type { Character } from './character.ts';
import { demanding } from './company.ts';
import { drawOpinion, type Opinion } from './opinions.ts';
import type { Person } from './person.ts';
import { cumulate, type Dice, type Weights } from './random.ts';
import type { CampaignChannel } from './segments.ts';

/** A row of the interactions table but for its id and customer. Empty text: not known. */
export interface Contact {
  readonly moment: number;
  readonly channel: string;
  readonly direction: 'inbound' | 'outbound';
  readonly kind: string;
  readonly campaign?: string;
  readonly referrer?: string;
  readonly seconds?: number;
  readonly cost?: string;
  readonly outcome: string;
  readonly sentiment?: string;
  readonly text?: string;
}

const consent: Record<CampaignChannel, (person: Person) => boolean> = {
  email: (person) => person.mayEmail && person.email !== '',
  post: (person) => person.mayPost,
  telemarketing: (person) => person.mayPhone && person.phone !== '',
};
const answered: Record<CampaignChannel, readonly [yes: string, no: string]> = {
  email: ['clicked', 'ignored'],
  post: ['answered', 'ignored'],
  telemarketing: ['agreed', 'declined'],
};
const invoiced: Record<CampaignChannel, string> = { email: '', post: '0.95', telemarketing: '2.40' };

/** Probability that somebody answers a campaign on the channel that suits him, and on another one. */
export const answerRates = { suited: 0.4, other: 0.06 } as const;

/** Contacts by the campaigns that somebody who is known, and agrees to be spoken to, is reached by. */
function drawMailings(dice: Dice, { arrival, answers }: Character, person: Person, mailings: readonly Mailing[]): Contact[] {
  const contacts: Contact[] = [];
  for (const { id, channel, startedOn, endedOn, reach } of mailings) {
    if (startedOn <= dayOf(arrival) || !consent[channel](person) || !dice.chance(reach)) continue;
    const moment = (startedOn + dice.below(endedOn - startedOn + 1)) * 86_400 + Math.floor((9 + dice.uniform() * 9) * 3600);
    const yes = dice.chance(channel === answers ? answerRates.suited : answerRates.other);
    contacts.push({
      moment,
      channel,
      direction: 'outbound',
      kind: 'campaign',
      campaign: id,
      cost: invoiced[channel],
      outcome: answered[channel][yes ? 0 : 1],
      ...(channel === 'telemarketing' ? { seconds: 40 + dice.below(260) } : {}),
    });
  }
  return contacts;
}

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
function drawTalks(dice: Dice, character: Character, person: Person, returned: readonly number[]): Contact[] {
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

/** Visits to the web site: the first one with the referrer that brought the customer, then now and then. */
function drawVisits(dice: Dice, { arrival, source }: Character): Contact[] {
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
    ...drawMailings(dice, character, person, mailings),
    ...drawTalks(dice, character, person, returned),
  ]
    .filter(({ moment }) => moment < end)
    .sort((one, other) => one.moment - other.moment);
}
