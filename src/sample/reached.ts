import { dayOf } from './calendar.ts';
import type { Mailing } from './campaigns.ts';
import type { Character } from './character.ts';
import type { Contact } from './contact.ts';
import type { Person } from './person.ts';
import type { Dice } from './random.ts';
import type { CampaignChannel } from './segments.ts';

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
export function drawReached(
  dice: Dice,
  { arrival, answers }: Character,
  person: Person,
  mailings: readonly Mailing[],
): Contact[] {
  const contacts: Contact[] = [];
  for (const { id, channel, startedOn, endedOn, reach } of mailings) {
    if (startedOn <= dayOf(arrival) || !consent[channel](person) || !dice.chance(reach)) continue;
    const moment =
      (startedOn + dice.below(endedOn - startedOn + 1)) * 86_400 + Math.floor((9 + dice.uniform() * 9) * 3600);
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
