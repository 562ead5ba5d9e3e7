import type { Messages } from '../en/index.ts';
import type { Format } from '../format.ts';
import { nouns } from './words.ts';

/** What the columns of files for people mean, by their names. */
export const columnMeanings: Messages['columns'] = {
  customer_id: 'Bezeroaren identifikatzailea, testu gisa: hasierako zeroak gordetzen dira.',
  name: 'Bezeroaren izena.',
  email: 'Helbide elektronikoa; hutsik, bezeroari ezin bazaio posta elektronikorik bidali.',
  phone: 'Deitzeko zenbakia; hutsik, bezeroari ezin bazaio deitu.',
  sms: 'Testu-mezuetarako zenbakia; hutsik, bezeroari ezin bazaio mezurik bidali.',
  city: 'Posta-helbideko herria; hutsik, bezeroari ezin bazaio gutunik bidali.',
  postal_code: 'Posta-kodea, testu gisa; hutsik, bezeroari ezin bazaio gutunik bidali.',
  region: 'Bezeroaren eskualdea.',
  country: 'Bezeroaren herrialdea.',
  language: 'Bezeroaren hizkuntza.',
  may_email: 'Bezeroak posta elektronikoa jasotzeko baimena eman duen, eta geroztik kendu ez duen. Ezezaguna: ez.',
  may_phone: 'Gauza bera, deietarako.',
  may_sms: 'Gauza bera, testu-mezuetarako.',
  may_post: 'Gauza bera, gutunetarako.',
  may_ads: 'Gauza bera, publizitaterako.',
  segment: 'Segmentuaren kodea; ez da egunetik egunera aldatzen.',
  segment_name: 'Segmentuaren izena.',
  rfm_segment: 'Hiru RFM puntuazioen talde izenduna.',
  rfm_cell: 'Azkentasunaren, maiztasunaren eta gastuaren puntuazioak, digitu bana; handiena da onena.',
  usage_class:
    'heavy (handia), medium (ertaina) edo light (txikia): erosleen herenak, eskaera kopuruaren arabera; zero: inoiz erosi gabea.',
  lifecycle:
    'new (berria), repeating (errepikatzailea), lapsed (galdua) edo prospect (bezero potentziala), azken egun aktiboetako erosketen arabera.',
  first_purchased_on: 'Lehen erosketaren eguna.',
  last_purchased_on: 'Azken erosketaren eguna.',
  recency_days: 'Azken erosketatik igarotako egunak; 1 erreferentzia-data da.',
  repurchase_probability: 'Pipelinean zehaztutako egunetan berriro erosteko probabilitatea; hutsik: iragarri gabea.',
  p_alive: 'Oraindik bezero izateko probabilitatea; hutsik: balioetsi gabea.',
  lifetime_value:
    'Aurreikuspen-epeko erosketek izango duten balioa, erreferentzia-datara deskontatua; hutsik: balioetsi gabea.',
  next_purchase_on: 'Egun horretarako, horrelako bezeroen erdiek berriro erosi izango dute.',
  overdue: 'Honezkero berriro erosiko zuten horrelako bezeroen kuota; hutsik: balioetsi gabea.',
  priority_rank: 'Atxiki beharreko bezeroen arteko lekua: 1 lehena da.',
  priority_reason: 'Zergatik duen bezeroak leku hori.',
  value_to_come: 'Bezeroak datorren urtean izango duen balioa, geratzen bada.',
  retention_budget: 'Bezeroa atxikitzea zenbat kosta daitekeen.',
  frequency: 'Erosketaren bat duten eskaeren kopurua.',
  monetary: 'Erosketa guztien zenbateko garbia, itzulketak kenduta.',
  mean_order_value: 'Eskaera baten batez besteko zenbateko garbia.',
  favourite_category: 'Gastu handiena hartzen duen kategoria.',
  favourite_channel: 'Eskaera gehienen kanala.',
  best_channel:
    'Bezeroak ziurren erantzuten duen kanala, baimendu dituenen artean: email, phone (telefonoa), post (posta) edo sms; hutsik: inoiz ez zaio galdetu.',
  best_channel_rate: 'Kanal horretan erantzuteko probabilitatea.',
  best_weekday: 'Bezeroa aktibo egoteko egunik probableena: 1 astelehena da, 7 igandea.',
  best_hour: 'Bezeroa aktibo egoteko ordurik probableena, 0tik 23ra.',
  contacts: 'Bezeroarekin izandako kontaktuak, bai batetik bai bestetik hasiak.',
  complaints: 'Kexak izan diren kontaktuak.',
  last_contacted_on: 'Azken kontaktuaren eguna.',
  net_revenue: 'Diru-sarrerak ken deskontuak eta itzulketak.',
  gross_margin: 'Diru-sarrera garbiak ken salgaien kostua; hutsik, kosturik ezagutzen ez bada.',
  cost_to_serve: 'Bezeroaren eskaeren, itzulketen eta kontaktuen kostua.',
  profit: 'Marjina gordina ken bezeroaren kostu guztiak; hutsik, kosturik ezagutzen ez bada.',
  currency: 'Zenbateko guztien moneta.',
  likely_segment: 'Bezero potentzialak antz handiena duen segmentuaren kodea.',
  likely_segment_name: 'Segmentu horren izena.',
  likely_segment_probability: 'Segmentu horren probabilitatea.',
  acquired_on: 'Bezeroa ezagutu zen eguna.',
  acquisition_source: 'Nondik etorri den bezeroa.',
  acquisition_medium: 'Zein bidetatik.',
  how: 'condition: audientzian dago arauari jarraituz; included: eskuz sartua.',
};

/** The texts of a workbook. */
export const workbook = (f: Format): Messages['workbook'] => ({
  readMe: 'Irakurri',
  allCustomers: 'Bezero guztiak',
  prospects: 'Bezero potentzialak',
  title: (company) => `${company}: bezeroak segmentuka`,
  asOf: (day, run) => `Erreferentzia-data: ${day}; geroagoko ezer ez da kontuan hartzen. Exekuzioa: ${run}.`,
  money: (currency) => `Zenbatekoen moneta: ${currency}; kuotak ehunekotan daude; egunak datak dira.`,
  consent:
    'Helbideak bezeroarengana kanal horretatik jo daitekeenean bakarrik erakusten dira. Kanal bati uko egin dionak ez du hartarako helbiderik inongo orritan.',
  copy: 'Fitxategi hau berriro egiten da exekuzio bakoitzean; bertan aldatzen dena zure kopian bakarrik geratzen da.',
  tooLong: (customers) =>
    `Gelaxka baterako luzeegia den testua duten bezeroak: ${f.count(customers, nouns.customer)} (gehienez ${f.whole(32_767)} karaktere); testua hor mozten da, eta … ikurraz amaitzen da.`,
  sheets: 'Orriak',
  sheet: 'Orria',
  rows: 'Errenkadak',
  holds: 'Zer duen',
  columns: 'Zutabeak',
  column: 'Zutabea',
  meaning: 'Esanahia',
  everyone: 'Bezero guztiak.',
  everyProspect: 'Ezagutzen diren baina oraindik erosi ez duten pertsonak, antz handiena duten segmentuarekin.',
  segment: (code, description) => (description === null ? `Segmentua: ${code}.` : `Segmentua: ${code}. ${description}`),
  audience: (name, description) =>
    description === null ? `Audientzia: ${name}.` : `Audientzia: ${name}. ${description}`,
  part: (part, parts) =>
    `${f.whole(part)}. zatia, guztira ${f.whole(parts)}: orri batean ez da errenkada gehiago sartzen.`,
});
