import type { Messages } from '../en/index.ts';
import type { Format } from '../format.ts';
import { figure, phrase } from '../phrase.ts';
import { cases, nouns } from './words.ts';

/** How much customers buy, and where they are in their life with the company. */
export const status = (f: Format): Messages['status'] => ({
  usage: 'Nork zenbat erosten duen',
  usageSentence: (customers, share, netRevenue) =>
    phrase`${figure(f.count(customers, cases.customerErgative))} erosten dute maizen: bezeroen ${figure(f.share(share))} dira, eta diru-sarrera garbien ${figure(f.share(netRevenue))} ekartzen dute.`,
  noHeavy: phrase`Bezeroek antzeko maiztasunez erosten dute.`,
  lifecycle: 'Nor den berria, nor geratzen den, nor joan den',
  lifecycleSentence: (lapsed, share, spent) =>
    lapsed === 0
      ? phrase`Ez da bezerorik galdu.`
      : phrase`${figure(f.count(lapsed, nouns.customer))} galdu dira, guztien ${figure(f.share(share))}. Orain arte egindako gastua: ${figure(f.money(spent))}.`,
  classes: {
    heavy: 'handia',
    medium: 'ertaina',
    light: 'txikia',
    zero: 'inoiz erosi gabea',
    repeating: 'errepikatzailea',
    new: 'berria',
    lapsed: 'galdua',
    prospect: 'bezero potentziala',
  },
  people: 'Bezeroak eta bezero potentzialak',
  usageClass: 'Kontsumo-maila',
  stage: 'Etapa',
  share: 'Kuota',
});
