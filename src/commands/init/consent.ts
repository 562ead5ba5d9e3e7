import { quoted, text } from './expressions.ts';
import { holdsFlags } from './match.ts';
import type { ProbedColumn } from './probe.ts';
import type { MappingLine } from './proposal.ts';
import { split } from './things.ts';
import { plainWords } from './words.ts';

/** Words of columns that say whether somebody may be reached: English, Spanish, Basque, and some more. */
const agreeing = split(
  `opt in, optin, consent, consents, consented, gdpr, rgpd, dsgvo, dbeo, lopd, newsletter, boletin, buletina, subscribed,
  suscrito, suscrita, harpidetuta, permission, permissions, permiso, permisos, baimen, baimena, baimenak, consentimiento, consentimientos,
  autoriza, autorizacion, acepta, accepts, onartzen, onarpena, comunicaciones comerciales, allow contact, may contact,
  can contact, einwilligung, consentement, consenso, הסכמה, דיוור`,
);

/** Words that sound so where the column holds yes and no. */
const maybeAgreeing = split(`marketing, publicidad, publizitatea, werbung, publicite`);

/** Words of columns that mark who must not be reached. */
const refusing = split(
  `opt out, optout, opted out, do not, dont, donot, dnc, unsubscribed, unsubscribe, no llamar, no contactar, no enviar, no molestar, no acepta, no autoriza,
  robinson, lista robinson, baja newsletter, ez deitu, ez bidali, ez kontaktatu, ez molestatu`,
);

/** Words by which a column names its channel. */
const channels = {
  email_opt_in: split(`email, e mail, emails, correo electronico, eposta, e posta, newsletter, boletin, buletina`),
  phone_opt_in: split(
    `phone, telephone, call, calls, dnc, telefono, telefonico, llamar, llamadas, telefonoa, telefonoz, deitu, deiak, dei`,
  ),
  sms_opt_in: split(`sms, text message, text messages, whatsapp`),
  post_opt_in: split(`post, postal, direct mail, posta, gutun, correo postal`),
  ads_opt_in: split(`ads, advertising, iragarki, iragarkiak, custom audience, retargeting`),
} as const;

type OptIn = keyof typeof channels;

const optIns = Object.keys(channels) as OptIn[];

const says = (header: string, words: readonly string[]): boolean => {
  const phrase = ` ${plainWords(header).join(' ')} `;
  return words.some((word) => phrase.includes(` ${word} `));
};

/** Does a header sound as if the column told whether somebody may be reached? */
export const soundsLikeConsent = (column: ProbedColumn): boolean =>
  says(column.header, agreeing) ||
  says(column.header, refusing) ||
  (says(column.header, maybeAgreeing) && column.values.length > 0 && holdsFlags(column));

/** The channel that a header names; null where it names none, or several. */
function channelOf({ header }: ProbedColumn): OptIn | null {
  const named = optIns.filter((optIn) => says(header, channels[optIn]));
  return named.length === 1 ? named[0]! : null;
}

const all = `${optIns.slice(0, -1).join(', ')} or ${optIns.at(-1)!}`;

/** A line that asks: it stands in the file as a comment until somebody decides. */
const ask = (column: ProbedColumn, canonical: OptIn, expression: string, question: string): MappingLine => ({
  canonical,
  text: expression,
  uses: [column],
  was: null,
  check: `${column.header}: ${question}`,
  asked: true,
});

/**
 * The line of a column that sounds like consent. Whom a company may write to is not guessed: only a column of yes and no that names one
 * channel is mapped; anything else is asked.
 *
 * @param taken opt-ins that other columns are mapped to
 */
export function mapConsent(column: ProbedColumn, taken: readonly string[]): MappingLine {
  const channel = channelOf(column);
  const canonical = channel ?? 'email_opt_in';
  const header = quoted(column);
  const flags = holdsFlags(column);
  if (says(column.header, refusing)) {
    const marks = [
      ...new Set(column.values.filter((value) => /^(true|t|yes|y|1|si|sí|s|bai|b|כן|on|x)$/i.test(value))),
    ];
    const marked = flags && marks.length > 0 ? `in (${marks.map(text).join(', ')})` : `= '…'`;
    return ask(
      column,
      canonical,
      `case when ${header} ${marked} then 'no' else 'yes' end`,
      'marks who must not be reached; only if all others have agreed, take away the first #',
    );
  }
  if (flags && channel !== null && !taken.includes(channel)) {
    const line = { canonical, text: column.header, uses: [column], was: null };
    return says(column.header, split('newsletter, boletin, buletina'))
      ? { ...line, check: `who takes ${column.header} may be sent other e-mail too` }
      : line;
  }
  if (flags) {
    return ask(column, canonical, column.header, `consent to what? Write ${all}, and take away the first #`);
  }
  const [yes, when] =
    column.dates.length > 0 ? ['is not null', 'does a date mean consent'] : [`= '…'`, 'which value means consent'];
  return ask(
    column,
    canonical,
    `case when ${header} ${yes} then 'yes' else 'no' end`,
    `${when}, and to what? Write ${all}, and take away the first #`,
  );
}
