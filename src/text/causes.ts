import type { Cause } from './en/upkeep.ts';
import { formatFor } from './format.ts';
import { messagesFor } from './messages.ts';
import { plain } from './phrase.ts';

/** Why a stored model was used again or was not, as logs tell it. */
export function causesInEnglish(why: readonly Cause[]): string {
  const { cause } = messagesFor(formatFor('en')).upkeep;
  return why.map((one) => plain(cause(one, (feature) => feature))).join('; ');
}
