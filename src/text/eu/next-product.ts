import type { Messages } from '../en/index.ts';
import type { Format } from '../format.ts';
import { points } from '../en/next-product.ts';
import { figure, named, phrase } from '../phrase.ts';
import { cases } from './words.ts';

/** Of 100 customers. */
const ofHundred = (f: Format, share: number) => figure(f.whole(100 * share));

/** What customers buy next, and what to offer. */
export const nextProduct = (f: Format): Messages['nextProduct'] => ({
  none: phrase`Ez da iragartzen bezeroek zer erosiko duten: pipelineak ez du next_product urratsik.`,
  noPurchases: phrase`Ez da iragartzen bezeroek zer erosiko duten: bezero batek ere ez du erosi ezagutzen den produkturik.`,
  fewCustomers: (customers, least) =>
    phrase`Ez da iragartzen bezeroek zer erosiko duten: neurtzeko, lehendik erosi zuten gutxienez ${f.whole(least)} bezero itzuli behar ziren erostera azken egunetan; itzuli direnak: ${f.whole(customers)}.`,
  fewProducts: (products, least) =>
    phrase`Ez da iragartzen bezeroek zer erosiko duten: aukeratzeko, gutxienez ${f.whole(least)} produktu behar dira salgai; salgai zeudenak: ${f.whole(products)}.`,
  finding: (hit, best, own) =>
    phrase`Berriro erosi duten 100 bezerotik, iragarritako bost produktuetako bat erosi dutenak: ${ofHundred(f, hit)}; salduenen zerrendarekin: ${ofHundred(f, best)}; aurretik gehien erosi zutenarekin: ${ofHundred(f, own)}.`,
  notBetter: (hit, best, own) =>
    phrase`Ez zaio inori produkturik iragartzen, elkarrekin doazen produktuek ez baitute zerrenda soilek baino hobeto asmatzen. Berriro erosi duten 100 bezerotik, bost salduenetako bat erosi dutenak: ${ofHundred(f, best)}; aurretik gehien erosi zituzten bostetako bat: ${ofHundred(f, own)}; arau onenaren bostetako bat: ${ofHundred(f, hit)}.`,
  measured: (since, until, customers, products) =>
    phrase`Epe honetan neurtua: ${f.day(since)} (eguna bera kanpo) – ${f.day(until)}, aurretik erositakoaren arabera: ${figure(f.count(customers, cases.customerErgative))} berriro erosi ${f.plural(customers, cases.have)}; salgai zeuden produktuak: ${f.whole(products)}.`,
  used: {
    share: phrase`Erabiltzen den araua erosleen kuota da: bezeroak duena erosi dutenetatik zenbatek erosi duten beste produktua ere.`,
    cosine: phrase`Erabiltzen den araua kosinua da: bi produkturen erosleak zein antzekoak diren; azken erosketek gehiago balio dute.`,
    lift: phrase`Erabiltzen den araua lift-a da: bi produktuk zoriz baino zenbat maizago dituzten erosle berak.`,
  },
  why: (best, own) =>
    phrase`Zerrenda soilek baino gehiago asmatzen duelako erabiltzen da, errore estandar bat baino gehiagoz: 100 bezerotik ${points(f, best)} gehiago salduenekin baino, eta ${points(f, own)} gehiago gehien erosi zutenarekin baino.`,
  leftOut: (days) =>
    phrase`Inori ez zaio eskaintzen itzuli zuena, inork ${f.whole(days)} egunetan erosi ez duena, ezta lehendik duena ere, behin bakarrik erosten bada.`,
  effect: phrase`Eskaintzarekin edo gabe erosten dena iragartzen da. Eskaintza batek zer gehitzen duen, eskaintzarik jasotzen ez duten bezeroek bakarrik erakusten dute.`,
  found: 'Zein ondo iragarri den',
  way: 'Zeren arabera',
  ways: {
    share: 'Erosleen kuota',
    cosine: 'Kosinua',
    lift: 'Lift',
    'best sellers': 'Salduenak',
    'own purchases': 'Bezeroak gehien erosia',
  },
  hit: (length) => `Erosi dute (${f.whole(length)} produktutik bat)`,
  error: 'Errore estandarra',
  precision: (length) => `MAP (${f.whole(length)})`,
  coverage: (length) => `Estaldura (${f.whole(length)})`,
  segments: 'Zein ondo, segmentuka',
  segmentsSentence: (of) =>
    of === 'then'
      ? phrase`Bost produktuetako bat erosi duten bezeroen kuota, egun horien aurretik zuten segmentuaren arabera.`
      : phrase`Bost produktuetako bat erosi duten bezeroen kuota, orain duten segmentuaren arabera; segmentu hori egun horietan erositakoaren araberakoa ere bada.`,
  isOffered: 'Eskaintzen da',
  yes: 'bai',
  no: 'ez',
  bySegment: (names, count) =>
    count === 0
      ? phrase`Araua segmentu guztietan erabiltzen da: inon ez du zerrenda soilek baino gutxiago asmatzen, jakin daitekeenez.`
      : phrase`Ez zaio inori produkturik eskaintzen hemen: ${named(names)}. Arauak ez du han zerrenda soil batek baino gehiago asmatzen. Segmentu bateko bezero gutxik erakusten dutena denengana hurbiltzen da, eta ${f.whole(30)} bezero baino gutxiagoko segmentua denekin doa.`,
  segment: 'Segmentua',
  noSegment: 'Segmenturik gabe',
  customers: 'Bezeroak',
  offers: 'Zer eskaini, segmentuka',
  offersSentence: phrase`Segmentu bakoitzean, bezero gehienei lehenik eskaintzen zaizkien hiru produktuak, arrazoi ohikoenarekin. Bezero bakoitzaren produktua eta arrazoia CSV fitxategien next_product eta next_product_reason zutabeetan daude; haren bost produktuak, scores.next_product taulan.`,
  product: 'Produktua',
  reason: 'Arrazoi ohikoena',
  reasons: {
    together: (share, product) => `${product} erosi dutenen artean, erosleen kuota: ${f.share(share)}`,
    again: (share) => `erosleen artean, berriro erosi dutenen kuota: ${f.share(share)}`,
    popular: 'salduenetako bat',
  },
});

/** The words of its tables. */
export const nextProductTerms = {
  hit_at: {
    term: 'Erosi dute (5 edo 10 produktutik bat)',
    meaning:
      'Asmatze-tasa: berriro erosi duten bezeroetatik, iragarritako lehen 5 edo 10 produktuetako bat gutxienez erosi dutenen kuota.',
  },
  average_precision: {
    term: 'MAP',
    meaning:
      'Batez besteko doitasunen batezbestekoa: bezero bakoitzeko, erositako produktu bakoitzaren lekuko doitasuna, aurki zitezkeen produktuen gainean; bezero guztien batezbestekoa. 1: erositako guztia lehen lekuetan iragarri da.',
  },
  list_coverage: {
    term: 'Estaldura',
    meaning: 'Salgai dauden produktuetatik, norbaiti iragartzen zaizkionen kuota.',
  },
};
