import type { PluralForms } from '../format.ts';
import type { Messages } from '../en/index.ts';
import type { Cost, RowNoun } from '../en/words.ts';

/** A noun behind a number: it stays as it is, whatever the number. */
const counted = (noun: string): PluralForms => ({ other: noun });

/** Nouns that are counted. */
export const nouns: Messages['nouns'] = {
  customer: counted('bezero'),
  prospect: counted('bezero potentzial'),
  person: counted('bezero edo bezero potentzial'),
  lossMaker: counted('bezero ez-errentagarri'),
  segment: counted('segmentu'),
  order: counted('eskaera'),
  record: counted('erregistro'),
  file: counted('fitxategi'),
  audience: counted('audientzia'),
  campaign: counted('kanpaina'),
  people: counted('pertsona'),
  category: counted('kategoria'),
  source: counted('iturri'),
  reason: counted('arrazoi'),
  check: counted('egiaztapen'),
  row: counted('errenkada'),
  day: counted('egun'),
  opinion: counted('iritzi'),
  complaint: counted('kexa'),
  predictor: counted('atributu'),
  canonicalFunction: counted('funtzio'),
};

/** The same in the cases that sentences need. */
export const cases = {
  customerErgative: counted('bezerok'),
  customerGenitive: { one: 'bezeroaren', other: 'bezeroen' },
  customerPartitive: { one: 'bezerotik', other: 'bezeroetatik' },
  customerDative: { one: 'bezeroari', other: 'bezeroei' },
  customerInstrumental: counted('bezerorekin'),
  prospectPartitive: { one: 'bezero potentzialetik', other: 'bezero potentzialetatik' },
  prospectDative: { one: 'bezero potentzialari', other: 'bezero potentzialei' },
  recordPartitive: { one: 'erregistrotik', other: 'erregistroetatik' },
  checkPartitive: { one: 'egiaztapenetik', other: 'egiaztapenetatik' },
  functionPartitive: { one: 'funtziotik', other: 'funtzioetatik' },
  lossMakerPartitive: { one: 'bezero ez-errentagarritik', other: 'bezero ez-errentagarrietatik' },
  are: { one: 'da', other: 'dira' },
  have: { one: 'du', other: 'dute' },
} as const satisfies Record<string, PluralForms>;

/** What the columns of `features.customer` and `marts.customer` are called. */
export const features: Messages['features'] = {
  recency_days: 'Egunak azken erosketatik',
  frequency: 'Eskaerak',
  monetary: 'Gastua',
  tenure_days: 'Egunak lehen erosketatik',
  purchase_interval_days: 'Erosketen arteko egunak',
  mean_order_value: 'Eskaeraren balioa',
  quantity_per_order: 'Unitateak eskaerako',
  products: 'Produktu desberdinak',
  discount_share: 'Deskontuaren kuota',
  return_share: 'Itzulketen kuota',
  weekend_share: 'Asteburuko erosketen kuota',
  evening_share: 'Arratseko erosketen kuota',
  contacts: 'Kontaktuak',
  complaints: 'Kexak',
  complaints_open: 'Kexa irekiak',
  opinions: 'Iritziak',
  opinion: 'Iritzia',
  opinion_trend: 'Iritziaren joera',
  cost_to_serve: 'Zerbitzu-kostua',
  profit: 'Irabazia',
  age_years: 'Adina',
  annual_income: 'Urteko errenta',
  known_days: 'Ezagutzen denetik igarotako egunak',
  category_share: 'Gastuaren kuota',
  channel_share: 'Eskaeren kuota',
  gender: 'Generoa',
  country: 'Herrialdea',
  region: 'Eskualdea',
  language: 'Hizkuntza',
  first_channel: 'Lehen kontaktua',
  first_referrer: 'Lehen jatorri-gunea',
  acquisition_source: 'Eskuratze-iturria',
  acquisition_medium: 'Eskuratze-bidea',
};

/** The lines of a profit and loss account, from sales to profit. */
export const account: Messages['account'] = {
  revenue: 'Diru-sarrerak',
  returns: 'Itzulketak',
  discounts: 'Deskontuak',
  net_revenue: 'Diru-sarrera garbiak',
  shipping_charged: 'Kobratutako bidalketa-gastuak',
  cost_of_goods: 'Salgaien kostua',
  gross_margin: 'Marjina gordina',
  fulfilment: 'Logistika',
  cost_to_serve: 'Zerbitzu-kostua',
  campaign_cost: 'Kanpainak',
  acquisition_cost: 'Bezeroak eskuratzea',
  profit: 'Irabazia',
};

/** The amount that customers are ranked by; `whole` is in the genitive: its share stands behind it. */
export const worth: Messages['worth'] = {
  profit: {
    label: 'Irabazia',
    whole: 'irabaziaren',
    share: 'Irabaziaren kuota',
    each: 'Irabazia bezeroko',
    most: 'irabazi gehien ematen du',
  },
  net_revenue: {
    label: 'Diru-sarrera garbiak',
    whole: 'diru-sarrera garbien',
    share: 'Diru-sarrera garbien kuota',
    each: 'Diru-sarrera garbiak bezeroko',
    most: 'diru-sarrera gehien ekartzen du',
  },
};

/** The line of the account that makes somebody a loss maker; the codes are those of `marts.loss_maker`. */
export const lossReasons: Readonly<Record<string, string>> = {
  returns: 'Itzulketak',
  discounts: 'Deskontuak',
  cost_of_goods: 'Salgaien kostua',
  delivery: 'Bidalketa',
  return_handling: 'Itzulketen kudeaketa',
  cost_to_serve: 'Kontaktuak',
  campaign_cost: 'Kanpainak',
  acquisition_cost: 'Bezeroak eskuratzea',
  all_costs: 'Kostu guztiak, ohi bezala',
};

/** Costs as a sentence lists them. */
export const costs: Readonly<Record<Cost, string>> = {
  cost_of_goods: 'salgaiak',
  fulfilment: 'logistika',
  cost_to_serve: 'kontaktuak',
  campaign_cost: 'kanpainak',
  acquisition_cost: 'bezeroak eskuratzea',
};

/** Why a record was rejected; the codes are those of `raw.rejects`. */
export const reasons: Messages['reasons'] = {
  conflicting_rows_of_one_key: 'gako bereko erregistro desberdinak',
  does_not_fit: 'zenbateko batek izan dezakeena baino handiagoa',
  has_a_nul_character: 'NUL karaktere bat du',
  has_an_invisible_character: 'tabuladore bat edo karaktere ikusezin bat du',
  has_a_time_of_day: 'orduarekin dator, eguna bakarrik behar zen lekuan',
  impossible_date: '1900 baino lehenagoko edo 2199 baino geroagoko data',
  missing: 'falta da',
  not_a_date: 'ez da data bat',
  not_a_json_object: 'ez da JSON objektu bat',
  not_from_minus_1_to_1: '-1 baino txikiagoa edo 1 baino handiagoa: beste eskala bateko puntuazioa',
  not_a_number: 'ez da zenbaki bat',
  not_json: 'ez da JSON',
  not_yes_or_no: 'ez da bai edo ez',
  too_few_fields: 'goiburuak baino eremu gutxiago',
  too_many_fields: 'goiburuak baino eremu gehiago',
  unknown_customer: 'bezero-zerrendetan ez dagoen bezeroa',
};

/** Rows in the genitive: of the rows, of the customers. */
export const rowsOf: Readonly<Record<RowNoun, string>> = { row: 'errenkaden', customer: 'bezeroen' };

/** Rows that something is done to. */
export const rows: Readonly<Record<RowNoun, string>> = { row: 'errenkadak', customer: 'bezeroak' };
