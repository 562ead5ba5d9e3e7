import type { Engine, Row } from '../../engine/engine.ts';
import { sql } from '../../sql/sql.ts';
import { columnsOf } from './money.ts';

const channelShape = {
  channel: 'text',
  people: 'integer',
  asked: 'integer',
  answers: 'integer',
  rate: 'number',
  low: 'number',
  high: 'number',
  allowed: 'integer',
  best_for: 'integer',
  best_rate: 'number?',
} as const;

/** A way to write to people or to call them. */
export type ReachChannel = 'email' | 'phone' | 'post' | 'sms';

/** How people answer on a channel. */
export type ChannelAnswer = Readonly<Row<typeof channelShape>> & { readonly channel: ReachChannel };

/** Why it is not known which channel to use. */
export type NoChannel = 'no_consent' | 'never_asked' | 'not_allowed';

/** A weekday (1 = Monday … 7 = Sunday) or an hour (0 to 23): what happens then, and of how many people it is the most likely one. */
export interface ActiveMoment {
  readonly unit: string;
  readonly place: number;
  /** Purchases, and contacts by customers. */
  readonly events: number;
  readonly customers: number;
}

/** Which channel people answer to, and when they are active. */
export interface AnswerData {
  readonly channels: readonly ChannelAnswer[];
  /** For how many none is known, by why, the most first. */
  readonly unknown: readonly { readonly reason: NoChannel; readonly people: number }[];
  readonly moments: readonly ActiveMoment[];
}

/** At most 4 channels, 3 reasons, 7 weekdays and 24 hours. */
export const readAnswers = async (engine: Engine): Promise<AnswerData> => ({
  channels: (await engine.rows(
    sql`select ${columnsOf(channelShape)} from marts.channel_answer order by rate desc, channel`,
    channelShape,
    4,
  )) as ChannelAnswer[],
  unknown: (await engine.rows(
    sql`select reason, people from marts.no_best_channel order by people desc, reason`,
    { reason: 'text', people: 'integer' },
    3,
  )) as { reason: NoChannel; people: number }[],
  moments: await engine.rows(
    sql`select unit, place, events, customers from marts.active_moment order by unit, place`,
    { unit: 'text', place: 'integer', events: 'integer', customers: 'integer' },
    31,
  ),
});
