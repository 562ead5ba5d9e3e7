import type { Messages } from '../en/index.ts';
import type { Format } from '../format.ts';
import { figure, phrase } from '../phrase.ts';

/** Which channel people answer to, and when they are active. */
export const answers = (f: Format): Messages['answers'] => ({
  none: phrase`Ez dakigu zein kanali erantzuten dioten: gure kontaktuek ez dute emaitzarik.`,
  finding: (people, expected, overall) =>
    phrase`Zein kanal erabili ezaguna den bezeroak eta bezero potentzialak: ${figure(f.whole(people))}. Kanal horretan, ${figure(f.share(expected, 1))} erantzutea espero da; orain arte, kontaktu guztien ${f.share(overall, 1)} erantzun dira.`,
  notKnown: (people, reasons) => phrase`Ez dakigu hauentzat: ${figure(f.whole(people))} (${reasons}).`,
  noChannel: {
    no_consent: (people) => `kanal bati ere baimenik eman ez diotenak: ${f.whole(people)}`,
    never_asked: (people) => `emaitza ezaguneko gure kontakturik izan ez dutenak: ${f.whole(people)}`,
    not_allowed: (people) => `erantzunak ezagutzen diren kanaletan kontaktatu ezin direnak: ${f.whole(people)}`,
  },
  channels: { email: 'Posta elektronikoa', phone: 'Telefonoa', post: 'Posta', sms: 'Testu-mezua', ads: 'Publizitatea' },
  rates: 'Zenbatetan erantzuten duten',
  sentence: (best, most, last, least) =>
    phrase`${best}: gure kontaktuen ${figure(f.share(most, 1))} erantzuten dira, gehien; ${last}: ${figure(f.share(least, 1))}, gutxien.`,
  oneSentence: (channel, rate) => phrase`${channel}: gure kontaktuen ${figure(f.share(rate, 1))} erantzuten dira.`,
  whatCounts: phrase`Erantzuna da emaitza hauetako bat duen gure kontaktua: answered, clicked, agreed, accepted, replied, responded, converted, ordered, bought, purchased, redeemed, visited, called back, signed up edo interested; emaitzarik gabeko kontaktuak ez dira zenbatzen.`,
  drawnIn: phrase`Bakoitzaren kanalik onena erantzuteko probabilitate handienekoa da, baimendu dituenen artean: bere erantzunak, kanalaren tasara hurbilduta gutxi direnean. CSV fitxategien best_channel zutabean dago.`,
  above: 'kontaktu guztien gainetik',
  below: 'kontaktu guztien azpitik',
  alike: 'ez da bereizten',
  line: `tartea, ${f.share(0.95)}; zeharkako marra kontaktu guztien tasa da`,
  channel: 'Kanala',
  people: 'Galdetutakoak',
  asked: 'Gure kontaktuak',
  answered: 'Erantzunak',
  rate: 'Erantzundakoak',
  interval: `Tartea, ${f.share(0.95)}`,
  between: (low, high) => `${low} – ${high}`,
  allowed: 'Hauekin erabil daiteke',
  bestFor: 'Onena hauentzat',
  bestRate: 'Hauengandik espero dena',
  moments: 'Noiz dauden aktibo',
  momentsSentence: (weekday, share, hour, hourShare) =>
    hour === null
      ? phrase`Erosketen eta bezeroen kontaktuen egunik ohikoena: ${weekday}, ${figure(f.share(share, 1))}.`
      : phrase`Erosketen eta bezeroen kontaktuen egunik ohikoena: ${weekday}, ${figure(f.share(share, 1))}; ordurik ohikoena: ${hour}, ${figure(f.share(hourShare, 1))}.`,
  momentsMeaning: (known, people) =>
    known === 0
      ? phrase`Ez da inoren egun propiorik esaten: pertsona baten bost erosketa edo kontaktu behar dira, eta zoriz baino gehiago bereizten diren pertsonak.`
      : phrase`Egun propioa esaten zaien pertsonak: ${figure(f.whole(known))}; guztira: ${f.whole(people)}. Bost erosketa edo kontaktu edo gehiago dituztenak dira, denengana hurbilduta; bakoitzarenak CSV fitxategien best_weekday eta best_hour zutabeetan daude.`,
  moment: 'Eguna edo ordua',
  events: 'Erosketak eta kontaktuak',
  peopleThen: 'Probableena hauentzat',
});
