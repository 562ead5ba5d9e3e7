import type { Messages } from '../en/index.ts';
import type { Format } from '../format.ts';
import { figure, named, phrase } from '../phrase.ts';
import { nouns, worth } from './words.ts';

/** Whom the whale curve is over, in the genitive. */
const everyone = (prospects: boolean): string => (prospects ? 'bezeroen eta bezero potentzialen' : 'bezeroen');

/** Where the money comes from and where it goes. */
export const profit = (f: Format): Messages['profit'] => ({
  none: phrase`Oraindik ez dago salmentarik.`,
  sold: (revenue, netRevenue) =>
    phrase`Diru-sarrerak ${figure(f.money(revenue))} dira; itzulketak eta deskontuak kenduta, ${figure(f.money(netRevenue))} geratzen dira.`,
  knownCost: (share) =>
    share === 0
      ? phrase` Ez da salgaien kosturik ezagutzen: diru-sarrera garbiak salgaiak ezer kostatu ez balira bezala zenbatzen dira.`
      : phrase` Salgaien kostua diru-sarrera garbien ${figure(f.share(share, 1))} denean bakarrik da ezaguna; gainerakoan, diru-sarrera garbiak salgaiak ezer kostatu ez balira bezala zenbatzen dira.`,
  finding: (netRevenue, profit, largest, share) =>
    phrase`Diru-sarrera garbien ${figure(f.money(100))} bakoitzeko, ${figure(f.money((100 * profit) / netRevenue))} geratzen dira irabazi gisa. Kosturik handiena hau da: ${largest.toLowerCase()}, diru-sarrera garbien ${figure(f.share(share))}.`,
  account: 'Diru-sarreretatik irabazira',
  accountSentence: (revenue, profit) =>
    phrase`Nola iristen den ${figure(f.money(revenue))} diru-sarreretatik ${figure(f.money(profit))} irabazira.`,
  item: 'Kontzeptua',
  amount: 'Zenbatekoa',
  ofNetRevenue: 'Diru-sarrera garbien kuota',
  adds: 'Gehitzen du',
  takes: 'Kentzen du',
  result: 'Emaitza',
  bySegment: 'Nora doan segmentu bakoitzaren dirua',
  bySegmentSentence: (best, bestShare, worst, worstShare) =>
    best === worst
      ? phrase`“${named(best)}” segmentuaren diru-sarrera garbietatik ${figure(f.share(bestShare, 1))} geratzen da irabazi gisa.`
      : phrase`Segmentuaren diru-sarrera garbietatik irabazi gisa gehien geratzen dena: ${figure(f.share(bestShare, 1))}, “${named(best)}” segmentuan; gutxien geratzen dena: ${figure(f.share(worstShare, 1))}, “${named(worst)}” segmentuan.`,
  byPaid: 'Diru-sarrera garbien kuota; kobratutako bidalketa-gastuekin % 100 baino gehiago da',
  segmentAccount: 'Galera-irabazien kontua segmentuka',
  segmentSales: 'Diru-sarrera garbiak segmentuka',
  segment: 'Segmentua',
  customers: 'Bezeroak',
  margin: 'Irabazi-marjina',
  unassigned: 'Segmenturik gabe',
  anonymous: 'Anonimoak',
  segmentAccountSentence: (unassigned, anonymous) => [
    ...phrase`Zenbateko guztien moneta: ${figure(f.currency)}, zergarik gabe.`,
    ...(unassigned ? [' Segmenturik gabe: bezero potentzialak eta multzokatu gabeko bezeroak.'] : []),
    ...(anonymous ? [' Anonimoak: bezero ezagunei ez dagokiena.'] : []),
  ],
  whale: 'Nola metatzen den irabazia bezeroz bezero',
  whaleSentence: (peakShare, peakRatio, eroded, prospects) =>
    phrase`${everyone(prospects).replace(/^b/, 'B')} ${figure(f.share(peakShare))} errentagarriak dira, eta irabaziaren ${figure(f.share(peakRatio))} lortzen dute; gainerakoek ${figure(f.money(eroded))} kentzen dizkiote.`,
  whaleNone: phrase`Ez dago ekartzen duena baino gehiago kostatzen den bezerorik: kurba ez da inoiz jaisten.`,
  whaleLoss: (peak, eroded) =>
    phrase`Bezero errentagarriek ${figure(f.money(peak))} irabazten dituzte; gainerakoek ${figure(f.money(eroded))} kentzen dituzte, eta ez da ezer geratzen.`,
  whaleAnonymous: (known, anonymous, total) =>
    phrase`Kurba ezagunena da, eta zenbateko honetan amaitzen da: ${figure(f.money(known))}. Bezero ezagunei ez dagokienak ${anonymous < 0 ? phrase`${figure(f.money(-anonymous))} kentzen ditu` : phrase`${figure(f.money(anonymous))} gehitzen ditu`}; hala, enpresa osoaren irabazia ${figure(f.money(total))} da.`,
  best: (percent, share, prospects, anonymous, base) => {
    const people = prospects
      ? phrase`Zerbait ekarri duten edo kosturen bat izan duten ${f.count(base, { other: 'bezero eta bezero potentzialen artean' })}`
      : phrase`${f.count(base, { other: 'bezeroren artean' })}`;
    return phrase`${people}, onenen ${figure(f.share(percent / 100))} horrek ${anonymous ? 'ezagunen irabaziaren' : 'irabaziaren'} ${figure(f.share(share))} ekartzen du.`;
  },
  whaleTiles: {
    peak: 'Irabazia gailurrean',
    peakNote: (share, prospects) =>
      `onenen ${f.share(share)} (${prospects ? 'bezeroak eta bezero potentzialak' : 'bezeroak'})`,
    ratio: 'Gailurra guztizkoaren aldean',
    ratioNote: (profit) => `guztira ${f.money(profit)}`,
    eroded: 'Kendua',
    erodedNote: (customers, lost, prospects, cost) =>
      prospects === 0
        ? f.count(customers, nouns.lossMaker)
        : `${f.count(customers, nouns.lossMaker)}: ${f.money(lost)}; ${f.count(prospects, nouns.prospect)}: ${f.money(cost)}`,
  },
  customerPercent: (prospects) =>
    `${prospects ? 'Bezeroak eta bezero potentzialak' : 'Bezeroak'}, errentagarrienetatik hasita`,
  cumulativeProfit: 'Irabazi metatua',
  shareOfProfit: 'Irabaziaren kuota',
  peak: 'gailurra',
  total: 'guztira',
  byCategory: 'Kategoriaka',
  byCategorySentence: (name, share, marginName, margin) =>
    phrase`Gehien saltzen dena: ${named(name)}, diru-sarrera garbien ${figure(f.share(share))}. Marjina onenekoa: ${named(marginName)}, bere diru-sarrera garbien ${figure(f.share(margin))}.`,
  byCategorySold: (name, share) =>
    phrase`Gehien saltzen dena: ${named(name)}, diru-sarrera garbien ${figure(f.share(share))}.`,
  category: 'Kategoria',
  contribution: 'Kontribuzio-marjina',
  notAttributed: (by, cost) =>
    by === 'month'
      ? `Lehen eguna ezezaguna duten kanpainak (${f.money(cost)}) ez daude inongo hilabetetan.`
      : `Kontaktuak, kanpainak eta bezeroak eskuratzea (${f.money(cost)}) bezeroei dagozkie, eta ez daude inongo errenkadatan: kontribuzio-marjinei hori kenduta dago irabazia.`,
  netRevenue: 'Diru-sarrera garbiak',
  grossMargin: 'Marjina gordina',
  marginRate: 'Marjina-tasa',
  bySource: 'Eskuratze-iturriaren arabera',
  bySourceSentence: (by, best, bestEach, worst, worstEach) =>
    best === worst
      ? phrase`Denak iturri beretik datoz: ${named(best)}. ${worth[by].each}: ${figure(f.money(bestEach))}.`
      : phrase`${worth[by].each}, etorkiaren arabera: handiena ${figure(f.money(bestEach))} (${named(best)}), txikiena ${figure(f.money(worstEach))} (${named(worst)}). Erosi ez duten bezero potentzialak ere zenbatzen dira.`,
  source: 'Eskuratze-iturria',
  people: 'Bezeroak eta bezero potentzialak',
  bought: 'Erosi dute',
  byMonth: 'Hilabeteka',
  byMonthSentence: (best, netRevenue) =>
    phrase`Hilabeterik onena: ${figure(f.month(best))}, diru-sarrera garbiak ${figure(f.money(netRevenue))}.`,
  month: 'Hilabetea',
});
