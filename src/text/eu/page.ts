import type { Messages } from '../en/index.ts';
import { none, type Format } from '../format.ts';
import { named, phrase } from '../phrase.ts';
import { cases, nouns } from './words.ts';

/** The frame of the report. */
export const page = (f: Format): Messages['page'] => ({
  documentTitle: (title, asOf) => `${title}: bezeroak, ${f.day(asOf)}`,
  headline: (profit, buyers) => {
    const customers = f.count(buyers, cases.customerInstrumental);
    return profit < 0 ? `Galera: ${f.money(-profit)}, ${customers}` : `Irabazia: ${f.money(profit)}, ${customers}`;
  },
  revenueHeadline: (netRevenue, buyers) =>
    `Diru-sarrera garbiak: ${f.money(netRevenue)}, ${f.count(buyers, cases.customerInstrumental)}`,
  nobodyHeadline: 'Oraindik ez dago erosketarik',
  period: (title, asOf, first, last) =>
    first === null || last === null
      ? phrase`${named(title)} · erreferentzia-data: ${f.day(asOf)}`
      : phrase`${named(title)} · erreferentzia-data: ${f.day(asOf)} · erosketak: ${f.day(first)} – ${f.day(last)}`,
  absent: 'Gaur egin ez dena',
  skip: 'Joan txostenera',
  contents: 'Edukia',
  sections: {
    overview: 'Begirada batean',
    segments: 'Segmentuak',
    rfm: 'RFM eta kohorteak',
    discriminant: 'Zerk bereizten dituen',
    repurchase: 'Nork erosten duen berriro',
    clv: 'Zenbat balio duten bezeroek',
    baskets: 'Zer doan elkarrekin',
    offers: 'Zer eskaini hurrena',
    profit: 'Irabazia',
    opinions: 'Zer dioten',
    origins: 'Nondik datozen bezeroak',
    answers: 'Zein kanali erantzuten dioten',
    lookalikes: 'Nork duen onenen antza',
    campaigns: 'Kanpainak',
    quality: 'Datuen kalitatea',
    terms: 'Definizioak',
  },
  revenueSection: 'Diru-sarrera garbiak',
  figures: 'Erakutsi zifrak',
  definitions: (count) => `Zer esan nahi duten txosten honetako ${f.whole(count)} hitzek`,
  download: (rows) => `CSV, ${f.count(rows, nouns.row)}`,
  trace: {
    title: 'Nondik datorren',
    madeFrom: 'Iturburua',
    fitted: 'Eredu baten zifrak models.fitted taulako “fitted” zutabean daude, JSON gisa.',
    run: 'Kontsulta bakoitza “bezero sql” aginduarekin exekuta daiteke:',
  },
  files: {
    title: 'Orri honekin batera doazen fitxategiak',
    workbook: 'Segmentu guztiak kalkulu-liburu batean',
    dictionary: 'Taula eta zutabe bakoitzak zer esan nahi duen, eta zein SQLk egiten duen',
  },
  controls: {
    sort: (column) => `Ordenatu honen arabera: ${column}`,
    filter: 'Iragazi errenkadak',
    found: (shown, all) => `Errenkadak: ${shown} / ${all}`,
    compare: 'Konparatu segmentuak',
    pick: 'Hautatu bi edo hiru; haien fitxak eta zutabeak bata bestearen ondoan agertuko dira.',
    everything: 'Erakutsi guztiak',
  },
  none,
  unknown: 'ezezaguna',
  total: 'Guztira',
  others: (members, forms) => `beste ${f.whole(members)} ${f.plural(members, forms)}`,
  footer: (runId, version) =>
    phrase`Exekuzioa: ${named(runId)}${version === undefined ? '' : `, bezero ${version}`}. Orri hau bere horretan osoa da: ez du ezer kargatzen eta ez du ezer bidaltzen.`,
  fileRows: (name, rows) => `${name} (${f.count(rows, nouns.row)})`,
});
