import type { Messages } from '../en/index.ts';
import type { Format } from '../format.ts';
import { figure, phrase } from '../phrase.ts';

/** Which channel people answer to, and when they are active. */
export const answers = (f: Format): Messages['answers'] => ({
  none: phrase`Ez dakigu zein kanali erantzuten dioten: gure kontaktuek ez dute emaitzarik.`,
  finding: (people, expected, overall) =>
    phrase`Zein kanal erabili ezaguna den bezeroak eta bezero potentzialak: ${figure(f.whole(people))}. Kanal horretan, ${figure(f.share(expected, 1))} erantzutea espero da; orain arte, kontaktu guztien ${f.share(overall, 1)} erantzun dira.`,
  channels: { email: 'Posta elektronikoa', phone: 'Telefonoa', post: 'Posta', sms: 'Testu-mezua', ads: 'Publizitatea' },
  rates: 'Zenbatetan erantzuten duten',
  sentence: (best, most, last, least) =>
    phrase`${best}: gure kontaktuen ${figure(f.share(most, 1))} erantzuten dira, gehien; ${last}: ${figure(f.share(least, 1))}, gutxien.`,
  oneSentence: (channel, rate) => phrase`${channel}: gure kontaktuen ${figure(f.share(rate, 1))} erantzuten dira.`,
  whatCounts: phrase`Erantzuna da emaitza hauetako bat duen gure kontaktua: answered, clicked, agreed, accepted, replied, responded, converted, ordered, bought, purchased, redeemed, visited, called back, signed up edo interested; emaitzarik gabeko kontaktuak ez dira zenbatzen.`,
  drawnIn: phrase`Bakoitzaren kanalik onena erantzuteko probabilitate handienekoa da, baimendu dituenen artean: bere erantzunak, kanalaren tasara hurbilduta gutxi direnean. CSV fitxategien best_channel zutabean dago.`,
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
  momentsSentence: (weekday, share, hour) =>
    hour === null
      ? phrase`Egunik probableena: ${weekday}, ${figure(f.share(share))}; beste edozein baino gehiagotan.`
      : phrase`Egunik probableena: ${weekday}, ${figure(f.share(share))}; beste edozein baino gehiagotan. Ordurik ohikoena: ${figure(hour)}.`,
  momentsMeaning: phrase`Erosketen eta bezeroaren kontaktuen uneen arabera, denengana hurbilduta gutxi direnean; bezero bakoitzarenak CSV fitxategien best_weekday eta best_hour zutabeetan daude.`,
  moment: 'Eguna edo ordua',
  peopleThen: 'Une probableena hauentzat',
});
