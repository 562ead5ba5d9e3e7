import type { Messages } from '../en/index.ts';
import type { Format } from '../format.ts';
import type { Ends } from '../naming.ts';
import { nouns } from './words.ts';

/** What having much or little of a feature is called, in the order that names say them in. */
const spoken: Readonly<Record<string, Ends>> = {
  frequency: { high: 'ohikoak', low: 'noizbehinkakoak' },
  recency_days: { high: 'aspaldian erosi gabeak', low: 'berriki erosi dutenak' },
  monetary: { high: 'gastu handikoak', low: 'gastu txikikoak' },
  tenure_days: { high: 'betikoak', low: 'berriak' },
  known_days: { high: 'aspaldiko ezagunak', low: 'ezagun berriak' },
  orders: { high: 'eskaera askokoak', low: 'eskaera gutxikoak' },
  lines: { high: 'artikulu askokoak', low: 'artikulu gutxikoak' },
  products: { high: 'produktu-sorta zabalekoak', low: 'produktu-sorta mugatukoak' },
  quantity_per_order: { high: 'eskaerako unitate askokoak', low: 'eskaerako unitate gutxikoak' },
  mean_order_value: { high: 'eskaera handikoak', low: 'eskaera txikikoak' },
  discount_share: { high: 'deskontuzaleak', low: 'prezio osokoak' },
  return_share: { high: 'itzulketa askokoak', low: 'itzulketa gutxikoak' },
  purchase_days: { high: 'erosketa-egun askokoak', low: 'erosketa-egun gutxikoak' },
  purchase_interval_days: { high: 'tarte luzeko erosleak', low: 'tarte laburreko erosleak' },
  weekend_share: { high: 'asteburukoak', low: 'astegunekoak' },
  evening_share: { high: 'arratsekoak', low: 'egunezkoak' },
  favourite_category_share: { high: 'kategoria bakarrekoak', low: 'saski anitzekoak' },
  contacts: { high: 'kontaktu askokoak', low: 'kontaktu gutxikoak' },
  contact_cost: { high: 'zerbitzu garestikoak', low: 'zerbitzu merkekoak' },
  complaints: { high: 'kexatiak', low: 'kexarik gabeak' },
  complaints_open: { high: 'kexa irekiak dituztenak', low: 'kexa irekirik gabeak' },
  opinion: { high: 'pozik daudenak', low: 'haserre daudenak' },
  days_since_contact: { high: 'aspaldian kontakturik gabeak', low: 'kontaktu berrikoak' },
  age_years: { high: 'zaharragoak', low: 'gazteagoak' },
  annual_income: { high: 'errenta handikoak', low: 'errenta txikikoak' },
};

/** Words that compare take another degree. */
const compares = /^(maizago|gutxiagotan) |^(zaharragoak|gazteagoak)$/;

/** Names and descriptions of segments. Words of a name are of the customers, in the plural. */
export const naming = (f: Format): Messages['naming'] => ({
  spoken,
  flag: (column, yes) => (yes ? column : `${column} gabe`),
  otherLevel: (column) => `bestelako ${column}`,
  mostly: (level) => `gehienak ${level}`,
  oftener: (level) => ({ high: `maizago ${level}`, low: `gutxiagotan ${level}` }),
  rarely: (level) => `gutxitan ${level}`,
  category: (category) => ({ high: `${category} erosleak`, low: `${category} gutxi` }),
  channel: (channel) => ({ high: `${channel} bidezkoak`, low: `${channel} bidez gutxi` }),
  contactsBy: (channel) => ({
    high: `${channel} bidezko kontaktu askokoak`,
    low: `${channel} bidezko kontaktu gutxikoak`,
  }),
  amount: (column) => ({ high: `${column} handikoak`, low: `${column} txikikoak` }),
  rather: (word) => `${compares.test(word) ? 'zertxobait' : 'hein batean'} ${word}`,
  very: (word) => `${compares.test(word) ? 'askoz' : 'bereziki'} ${word}`,
  withoutDegree: (word) => word.replace(/^(bereziki|hein batean|askoz|zertxobait) /, ''),
  typical: 'Bezero tipikoak',
  middle: 'erdi mailan: ',
  valued: (feature, value) => `${feature} (${value})`,
  shareOf: (category) => `${category} kuota`,
  shareBy: (channel) => `${channel} bidezko kuota`,

  compared: (what, here, all) => `${what} ${here} (guztiak: ${all})`,
  comparedLevel: (level, here, all) => `${here} ${level} (guztiak: ${all})`,
  comparedCategory: (category, here, all) => `gastuaren ${here} ${category} kategorian (guztiak: ${all})`,
  comparedChannel: (channel, here, all) => `eskaeren ${here} ${channel} bidez (guztiak: ${all})`,
  median: (compared) => `mediana: ${compared}`,
  empty: '0 bezero: une honetan ez dago inor.',
  size: (customers, share, { netRevenue, profit }) => {
    const parts = [
      ...(netRevenue === null ? [] : [`diru-sarrera garbien ${f.share(netRevenue)}`]),
      ...(profit === null || profit < 0 ? [] : [`irabaziaren ${f.share(profit)}`]),
    ];
    const isLoss = profit !== null && profit < 0;
    const brought = parts.length === 0 ? '' : ` Segmentu guztien artean, ${f.list(parts)} ekartzen dituzte.`;
    return `${f.count(customers, nouns.customer)}: segmentua duten bezeroen ${f.share(share)}.${brought}${isLoss ? ' Galerak ematen dituzte.' : ''}`;
  },
  inTheMiddle: (measures, compared) =>
    `Erdi mailan daude ezaugarri hauetan, eta elkarren oso antzekoak dira horietan: ${measures}. Batez beste: ${compared}.`,
  alike: 'Ia ez dira gainerakoengandik bereizten.',
  differ: (compared) => `Gainerakoengandik apur bat bereizten dira, batez beste: ${compared}.`,
  apart: (compared) => `Honek bereizten ditu, batez beste: ${compared}.`,
  clearlyApart: (compared) => `Honek bereizten ditu argi eta garbi, batez beste: ${compared}.`,
});
