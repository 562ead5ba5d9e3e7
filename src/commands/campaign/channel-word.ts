import { languageOf } from '../../text/messages.ts';

/** A channel as the report calls it: `Phone`; one that it has no word for as it is. */
export const channelWord = (channel: string): string =>
  (languageOf('en').t.answers.channels as Readonly<Record<string, string>>)[channel] ?? channel;
