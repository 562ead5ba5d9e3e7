import type { Messages } from '../en/index.ts';
import type { Format } from '../format.ts';
import { figure, named, phrase } from '../phrase.ts';

/** Where customers come from, and where to look for more. */
export const origins = (f: Format): Messages['origins'] => ({
  none: phrase`Ez dakigu nondik datozen bezeroak: datuek ez dute bi eskuratze-iturri, kanpaina, jatorri-gune, eskualde edo posta-domeinu izendatzen.`,
  finding: (best, most, worst, least, base, lifetime) =>
    phrase`Pertsona bat gehiagorengandik espero dena, eskuratzea ordainduta: ${figure(f.money(most))} “${named(best)}” iturrian, eta ${figure(f.money(least))} “${named(worst)}” iturrian. Batezbestekoa: ${f.money(base)}. ${lifetime ? 'Etortzeko dagoen bizi-balioa barne: irabaziaren atalak orain arteko irabazia bakarrik du.' : 'Orain arte ekarritakoa da.'}`,
  dimensions: {
    source: 'Eskuratze-iturria',
    campaign: 'Kanpaina',
    medium: 'Bitartekoa',
    referrer: 'Jatorri-gunea',
    region: 'Eskualdea',
    email_domain: 'Posta-domeinua',
  },
  index: 'Nork aurkitzen dituen bezero onenak',
  indexSentence: (best, most, worst, least) =>
    phrase`Bezero onenen artean egotea, denekin alderatuta: “${named(best)}” iturrikoak ${figure(f.fixed(most, 2))} halako maiztasunez daude, eta “${named(worst)}” iturrikoak ${figure(f.fixed(least, 2))} halako maiztasunez.`,
  indexMeaning: phrase`Bezero onenak irabazi handieneko erosleen dezila dira. 100 denen berdina da; pertsona gutxi ezagutzen direnean, indizea 100era hurbiltzen da. Marren esanahia: tarteak, ${f.share(0.95)}.`,
  above: 'denen gainetik',
  below: 'denen azpitik',
  alike: 'ez da denengandik bereizten',
  origin: 'Jatorria',
  kind: 'Mota',
  people: 'Pertsonak',
  bought: 'Erosi dute',
  best: 'Bezero onenak',
  bestIndex: 'Indizea, bezero onenak',
  profitIndex: 'Indizea, irabazia',
  interval: `Tartea, ${f.share(0.95)}`,
  between: (low, high) => `${low} – ${high}`,
  next: 'Non iragarri hurrena',
  nextSentence: (first, expected, { low, high }, cost) =>
    phrase`Lehena, “${named(first)}”: hango pertsona bat gehiagorengandik ${figure(f.money(expected))} espero dira eskuratzea ordainduta (tartea, ${f.share(0.95)}: ${f.money(low)} – ${f.money(high)}); orain arte, pertsona bakoitza eskuratzea ${f.money(cost)} kostatu da.`,
  noneBetter: phrase`Lehenengoak ere ez du ziur denek baino gehiago balio: tarte bat bera ere ez dago osorik batez bestekoaren gainetik, eta hurrenkera zoria izan daiteke.`,
  nothingPaid: phrase`Ez dago eskuratze-kosturik duen jatorririk; beraz, ez dakigu zein ordain daitezkeen: izendatu pipelinean, acquisition: paid atalean.`,
  lastSentence: (last, expected, { low, high }, base, cost) =>
    phrase`“${named(last)}” iturrian gutxiago gastatu: hango pertsona bat gehiagorengandik ${figure(f.money(expected))} espero dira (tartea, ${f.share(0.95)}: ${f.money(low)} – ${f.money(high)}); batezbestekoa ${f.money(base)} da, eta pertsona bakoitza eskuratzea ${f.money(cost)} kostatu da.`,
  organic: 'Bere kabuz datorrena',
  organicSentence: (first, expected, { low, high }) =>
    phrase`Hauetatik ezin da gehiago erosi. Onenak “${named(first)}” iturrikoak dira: bakoitzarengandik ${figure(f.money(expected))} espero dira (tartea, ${f.share(0.95)}: ${f.money(low)} – ${f.money(high)}). Eman eskerrak bidaltzen dituenari.`,
  organicMeaning: phrase`Eskuratze-kosturik gabeko jatorriak, eta pipelineak acquisition: organic atalean izendatzen dituenak.`,
  valueMeaning: (profit, lifetime) =>
    phrase`Balioa orain arteko ${profit ? 'irabazia' : 'diru-sarrera garbia (ez da kosturik ezagutzen)'} da${lifetime ? ', gehi etortzeko dagoen bizi-balioa' : ''}, pertsonako, eta pertsona gutxi ezagutzen direnean batezbestekora hurbiltzen da: inoiz erosi ez dutenak ere kontuan hartuta. Ondoan dago orain arte ekarritakoa bakarrik, irabaziaren atalean bezala. Ordena tartearen beheko muturraren araberakoa da.`,
  tooFew: (origins) =>
    phrase`${f.whole(30)} pertsona baino gutxiago dituzten jatorriak: ${figure(f.whole(origins))}. Gutxiegi dira ezer esateko, eta ez dute posturik.`,
  allTooFew: 'Ezin da esan non iragarri: ez dago nahikoa pertsona dituen jatorririk.',
  caution: phrase`Publizitate gehiagok ekarriko dituenak ez dira nahitaez orain arte etorritakoen modukoak: gastua pixkanaka igo, eta begiratu berriro.`,
  rank: 'Postua',
  reason: 'Zergatik',
  reasons: {
    too_few: 'pertsona gutxiegi',
    costs_more: 'ekartzen duena baino gehiago kostatzen da',
    better: 'denek baino gehiago balio du',
    worse: 'denek baino gutxiago balio du',
    alike: 'ez da denengandik bereizten',
  },
  expected: 'Espero den balioa pertsonako',
  cost: 'Kostua pertsonako',
  valueToCost: 'Balioa kostu-unitateko',
  payback: 'Berreskuratua',
  noCost: 'kosturik gabe',
  notYet: (months) => `oraindik ez, ${f.whole(months)} hilabetean`,
  inMonth: (month) => `${f.whole(month)}. hilabetean`,
});
