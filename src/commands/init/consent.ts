import { quoted, text } from './expressions.ts';
import { holdsFlags } from './match.ts';
import type { ProbedColumn } from './probe.ts';
import type { MappingLine } from './proposal.ts';
import { split, things } from '../../sources/headers/things.ts';
import { plainWords } from '../../sources/headers/words.ts';

/** Words of columns that say whether somebody may be reached: English, Spanish, Basque, and some more. */
const agreeing = split(
  `opt in, optin, opted in, consent, consents, consented, gdpr, rgpd, dsgvo, dbeo, lopd, newsletter, boletin, buletina, subscribed,
  suscrito, suscrita, harpidetuta, permission, permissions, permiso, permisos, baimen, baimena, baimenak, consentimiento, consentimientos,
  autoriza, autorizacion, acepta, accepts, onartzen, onarpena, comunicaciones comerciales, allow contact, may contact,
  can contact, einwilligung, consentement, consenso, הסכמה, דיוור`,
);

/** Words that say so beside the name of a channel. */
const agreeingToChannel = split(
  `may, can, allow, allows, allowed, permitted, puede, subscriber, subscription, suscripcion`,
);

/** Words that sound so where the column holds yes and no. */
const maybeAgreeing = split(`marketing, publicidad, publizitatea, werbung, publicite`);

/** Words of columns that mark who must not be reached. */
const refusing = split(
  `opt out, optout, opted out, do not, dont, donot, don t, dnc, unsubscribed, unsubscribe, unsubscribes, unsub, no llamar, no contactar,
  no enviar, no molestar, no acepta, no autoriza, robinson, lista robinson, baja newsletter, newsletter baja, ez deitu, ez bidali,
  ez kontaktatu, ez molestatu, suppressed, suppression, suppress, blacklist, blacklisted, blocklist, blocklisted, lista negra,
  donotcall, donotcontact, donotemail, donotmail, donottext, nocall, noemail, nomail, nosms, noconsent`,
);

/** Words that turn consent, or the name of a channel, into its refusal. */
const negating = split(
  `no, not, non, never, without, sin, ez, gabe, לא, ללא, kein, keine, nicht, ohne, pas, sans, out, stop, stopped, block, blocked,
  bloqueado, bloqueada, revoked, revoke, revokes, revocado, revocada, revocacion, withdrawn, withdraw, withdrew, withdrawal, retirado,
  retirada, refused, refuse, refuses, refusal, rejected, reject, rejects, rechaza, rechazado, rechazada, declined, decline, declines,
  denied, deny, denies, deniega, denegado, excluded, exclude, exclusion, excluido, objected, objects, objection, oposicion, cancelled,
  canceled, cancelado, removed, baja, bajas, forbidden, prohibido, disabled, expired, lapsed, caducado, opposed, ukatu, ukatua`,
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

/** Words that change nothing in what a header says of consent. */
const small = split(`of, the, to, by, for, via, is, has, de, del, la, el, por, para, bidez, contact, contacto, flag`);

/** Words that say that a column holds a moment. */
const moments = split(`date, time, timestamp, at, on, datum, data, eguna, fecha`);

type OptIn = keyof typeof channels;

const optIns = Object.keys(channels) as OptIn[];

const says = (header: string, words: readonly string[]): boolean => {
  const phrase = ` ${plainWords(header).join(' ')} `;
  return words.some((word) => phrase.includes(` ${word} `));
};

/** Words of consent that stand inside other words too: `emailconsent`, `revokedConsents`, `autorizado`. */
const inside =
  /consent|einwillig|unsubscri|newsletter|permission|permiso|baimen|autoriz|gdpr|rgpd|dsgvo|הסכמ|דיוור|\bopt(ed)? ?(in|out)/;

/** Does a header sound as if the column told whether somebody may be reached? */
export function soundsLikeConsent(column: ProbedColumn): boolean {
  const { header, values, dates } = column;
  if (says(header, agreeing) || says(header, refusing) || inside.test(plainWords(header).join(' '))) return true;
  if (values.length === 0) return false;
  const namesChannel = channelsOf(column).length > 0;
  if (holdsFlags(column)) {
    return says(header, maybeAgreeing) || (namesChannel && says(header, [...agreeingToChannel, ...negating]));
  }
  return dates.length > 0 && namesChannel && says(header, negating);
}

const channelsOf = ({ header }: ProbedColumn): OptIn[] => optIns.filter((optIn) => says(header, channels[optIn]));

/** The channel that a header names; null where it names none, or several. */
function channelOf(column: ProbedColumn): OptIn | null {
  const named = channelsOf(column);
  return named.length === 1 ? named[0]! : null;
}

/** What the words of a header say, from left to right; the longest known phrase first. */
const known: ReadonlyMap<string, 'agrees' | 'refuses' | 'moment' | 'else'> = new Map([
  ...[...things.customer, ...small, ...maybeAgreeing, ...optIns.flatMap((optIn) => channels[optIn])].map(
    (phrase) => [phrase, 'else'] as const,
  ),
  ...moments.map((phrase) => [phrase, 'moment'] as const),
  ...[...agreeing, ...agreeingToChannel].map((phrase) => [phrase, 'agrees'] as const),
  ...[...refusing, ...negating].map((phrase) => [phrase, 'refuses'] as const),
]);

const longestPhrase = Math.max(...[...known.keys()].map((phrase) => phrase.split(' ').length));

function readPhrases(header: string): ('agrees' | 'refuses' | 'moment' | 'else' | 'unknown')[] {
  const words = plainWords(header);
  const found: ReturnType<typeof readPhrases> = [];
  for (let at = 0; at < words.length;) {
    let length = Math.min(longestPhrase, words.length - at);
    while (length > 1 && !known.has(words.slice(at, at + length).join(' '))) length--;
    found.push(known.get(words.slice(at, at + length).join(' ')) ?? 'unknown');
    at += length;
  }
  return found;
}

/**
 * What a header says: it agrees only where each of its words is known and none refuses; it refuses where one of them does. A word that is
 * not known, or two refusals, may turn its meaning around.
 */
function meaningOf(column: ProbedColumn): 'agrees' | 'refuses' | 'unclear' {
  const phrases = readPhrases(column.header);
  const refusals = phrases.filter((phrase) => phrase === 'refuses').length;
  if (refusals > 0) return refusals === 1 ? 'refuses' : 'unclear';
  const isClear = !phrases.includes('unknown') && (column.dates.length > 0 || !phrases.includes('moment'));
  return isClear && phrases.includes('agrees') ? 'agrees' : 'unclear';
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

/** Who is not marked: nothing, or a word that is known to mean no. Any other mark, seen or not, is a refusal. */
function notMarked(column: ProbedColumn): string {
  const header = quoted(column);
  if (column.dates.length > 0) return `${header} is null`;
  const words = ['no', 'false', '0', 'n', 'f', 'ez', 'off', ...(column.values.includes('לא') ? ['לא'] : [])];
  return `${header} is null or lower(trim(${header})) in (${words.map(text).join(', ')})`;
}

/**
 * The line of a column that sounds like consent. Whom a company may write to is not guessed: only a column of yes and no is mapped whose
 * header has no word but those of agreeing and of one channel; anything else is asked. What is proposed for a refusal lets nobody be
 * reached who is marked in any way.
 */
function mapColumn(column: ProbedColumn): MappingLine {
  const channel = channelOf(column);
  const canonical = channel ?? 'email_opt_in';
  const header = quoted(column);
  const flags = holdsFlags(column);
  const meaning = meaningOf(column);
  if (meaning === 'refuses') {
    return ask(
      column,
      canonical,
      `case when ${notMarked(column)} then 'yes' else 'no' end`,
      'seems to mark who must not be reached; only if all others have agreed, take away the first #',
    );
  }
  if (flags && meaning === 'agrees') {
    if (channel === null) {
      return ask(column, canonical, column.header, `consent to what? Write ${all}, and take away the first #`);
    }
    const line = { canonical, text: column.header, uses: [column], was: null };
    return says(column.header, split('newsletter, boletin, buletina'))
      ? { ...line, check: `who takes ${column.header} may be sent other e-mail too` }
      : line;
  }
  const [yes, when] =
    column.dates.length > 0 && meaning === 'agrees'
      ? ['is not null', 'does a date mean consent']
      : [`= '…'`, 'which value means consent'];
  return ask(
    column,
    canonical,
    `case when ${header} ${yes} then 'yes' else 'no' end`,
    `${when}, and to what? Write ${all}, and take away the first #`,
  );
}

/** Can a column speak of this channel? One that names none can speak of all. */
function concerns(column: ProbedColumn, canonical: string): boolean {
  const named: readonly string[] = channelsOf(column);
  return named.length === 0 || named.includes(canonical);
}

/**
 * Adds the lines of columns that sound like consent. An opt-in is mapped only where no other such column speaks of its channel, or of
 * none: what one allows, the other may refuse.
 *
 * @param mapped lines of columns that are mapped by their header
 */
export function addConsent(mapped: readonly MappingLine[], columns: readonly ProbedColumn[]): MappingLine[] {
  const lines = [...mapped, ...columns.map(mapColumn)];
  const isOptIn = ({ canonical }: MappingLine): boolean => (optIns as string[]).includes(canonical);
  const speaking = lines.filter(isOptIn);
  return lines.map((line): MappingLine => {
    if (!isOptIn(line) || line.asked) return line;
    const others = speaking
      .filter((other) => other !== line)
      .flatMap(({ uses }) => uses)
      .filter((column) => concerns(column, line.canonical));
    if (others.length === 0) return line;
    const names = others.map(({ header }) => header).join(', ');
    return {
      ...line,
      check: `${line.text}: ${names} may refuse what it allows; only if it decides alone, take away the first #`,
      asked: true,
    };
  });
}
