import type { Messages } from '../en/index.ts';
import type { Format } from '../format.ts';
import { figure, named, phrase } from '../phrase.ts';
import { probability } from './discriminant.ts';
import { nouns } from './words.ts';

const noun = { basket: nouns.order, customer: nouns.customer } as const;

/** What goes together. */
export const baskets = (f: Format): Messages['baskets'] => ({
  none: phrase`Ez da bilatzen zein produktu erosten diren elkarrekin: pipelineak ez du basket urratsik.`,
  nobody: phrase`Ez da erosi zein den dakigun produkturik.`,
  finding: (level, count, told, best) =>
    best === null
      ? phrase`Aztertutakoak: ${figure(f.count(count, noun[level]))}. Ez dago zoriak ekarriko lukeena baino maizago elkarrekin erosten den produkturik.`
      : phrase`Aztertutakoak: ${figure(f.count(count, noun[level]))}. Zoriak ekarriko lukeena baino maizago elkarrekin erosten diren produktu multzoak: ${figure(f.whole(told))}. ${named(best.left_names)} dagoen kasuen artean, ${figure(f.share(best.confidence))} hau ere badute: ${named(best.right_name)}; guztien artean baino ${figure(f.number(best.lift, 1))} aldiz maizago.`,
  leftOut: (level, count, maxItems) =>
    phrase`${f.whole(maxItems)} produktu desberdin baino gehiago dituztelako kanpoan utzitakoak: ${figure(f.count(count, noun[level]))}.`,
  stopped: (size) =>
    phrase`${f.whole(size)} produktuko edo gehiagoko multzoak ez dira zenbatu: gehiegi dira. Euskarri handiagoarekin zenbatuko lirateke.`,
  rules: 'Zer erosten den elkarrekin',
  rulesSentence: (shown, told) =>
    phrase`${shown < told ? phrase`Arau indartsuenak: ${f.whole(shown)}, guztira ${figure(f.whole(told))}` : phrase`Arau guztiak: ${figure(f.whole(told))}`}; eskuineko produktua guztien artean baino zenbat aldiz maizago agertzen den.`,
  test: phrase`Arau bat erakusten da arau laburrago bakoitza baino hobeto betetzen bada, Fisherren proba zehatzaren arabera; erakutsitakoen artean gehienez hogeitik bat zoriarena izan dadin, haren p balioa egon litezkeen arau guztien arabera doitzen da. Eskaera handiek denetik gehiago dute: probak kontuan hartzen du. Produktu berberen arteko arauetatik seguruena erakusten da.`,
  rule: (left, right) => `${left} → ${right}`,
  left: 'Hau erosten duenak',
  right: 'hau ere erosten du',
  together: (level) => (level === 'basket' ? 'Guztiak dituzten eskaerak' : 'Guztiak dituzten bezeroak'),
  confidence: 'Konfiantza',
  lift: 'Lift',
  p: 'p doitua',
  pValue: (p) => probability(f, p),
  groups: 'Produktu taldeak',
  groupsSentence: (shown, found) =>
    phrase`Taldeak guztira: ${figure(f.whole(found))}${shown < found ? phrase`; hemen, ${f.whole(shown)} handienak` : ''}. Eskaera berean maiz elkarrekin dauden produktuak: talde bateko edozein bik, batez beste, ${f.number(0.75, 2)} edo gehiagoko Yuleren Q dute.`,
  group: 'Taldea',
  goods: 'Produktuak',
  otherGoods: (count) => `eta beste ${f.whole(count)}`,
  substitutes: 'Bata edo bestea',
  noSubstitutes: phrase`Ez dago kategoria bereko bi produkturik, bezero berberek erosi arren eskaera berean zoriak ekarriko lukeena baino gutxiagotan daudenik.`,
  substitutesSentence: phrase`Kategoria bereko produktuak: bezero berberek zoriak ekarriko lukeena baino maizago erosten dituzte, baina eskaera berean gutxiagotan; batak bestea ordezten du.`,
  good: 'Produktua',
  otherGood: 'Beste produktua',
  orderQ: 'Q, eskaerak',
  customerQ: 'Q, bezeroak',
  preferences: 'Nork zein kategoriatatik erosten duen',
  preferencesSentence: (segment, category, share, base) =>
    phrase`Segmentu bakoitzeko bezeroetatik kategoria batetik erosi dutenen kuota, guztiekiko indize gisa. ${named(segment)} segmentuan, ${figure(f.share(share))} kategoria honetatik erosten dute: ${named(category)}; guztietatik, ${figure(f.share(base))}.`,
  category: 'Kategoria',
  otherCategory: 'Beste kategoria',
  everyone: 'Guztiak',
  affinities: 'Zer gehiago erosten duten',
  affinitiesSentence: (category, other, lift) =>
    phrase`Kategoria honetatik erosten duten bezeroek, ${named(category)}, guztiek baino ${figure(f.number(lift, 1))} aldiz maizago erosten dute beste honetatik: ${named(other)}.`,
  customers: 'Bien bezeroak',
  affinityShare: 'Haietatik, bestea ere bai',
});
