import type { Gap } from '../en/cost-gap.ts';
import type { Format, PluralForms } from '../format.ts';
import { nouns } from './words.ts';

const contactInstrumental: PluralForms = { other: 'kontaktutan' };

/** What is not known of costs and so counts as nothing, in a sentence. */
export function sayGap({ missing, channel, units, net_revenue: revenue }: Gap, f: Format, money = f.money): string {
  switch (missing) {
    case 'cost of order lines':
      return `Salgaien kosturik gabeko eskaera-lerroak: ${f.whole(units)} (diru-sarrera garbiak: ${money(revenue ?? 0)}). Kostu hori zerotzat hartzen da.`;
    case 'rates of fulfilment':
      return `Logistikako tarifa bat bera ere ez da 0 baino handiagoa: bidali beharreko ${f.count(units, nouns.order)} zero kostukotzat hartzen dira.`;
    case 'cost of contacts':
      return `Kosturik gabeko kontaktuak, ${channel} bidez: ${f.whole(units)}. Kostu hori zerotzat hartzen da.`;
    case 'cost of campaigns':
      return `Kosturik gabeko kanpainak: ${f.whole(units)}. Kostu hori zerotzat hartzen da.`;
    case 'campaigns of contacts':
      return `${f.count(units, contactInstrumental)} zerrendetan ez dauden kanpainak aipatzen dira: haien kostua zerotzat hartzen da.`;
    case 'campaigns that customers came by':
      return `${f.count(units, nouns.person)} zerrendetan ez dauden kanpainen bidez etorri ${f.plural(units, { one: 'da', other: 'dira' })}: eskuratze-kostua zerotzat hartzen da.`;
    default:
      return `${missing}: ${f.whole(units)} ezezagun.`;
  }
}
