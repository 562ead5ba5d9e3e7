import type { Messages } from '../en/index.ts';
import type { Format } from '../format.ts';
import { figure, named, phrase } from '../phrase.ts';

/** What preceded purchases. */
export const attribution = (f: Format): Messages['attribution'] => ({
  title: 'Zer etorri den erosketen aurretik',
  sentence: (touched, orders, days, touch, share, between, last) =>
    phrase`Eskaerak guztira: ${f.whole(orders)}; aurreko egunetan (${f.whole(days)}) ukipen-puntu baten ondoren etorritakoak: ${figure(f.whole(touched))}. Kentze-efektuaren arabera, haien zatirik handiena “${named(touch)}” ukipen-puntuari dagokio: ${figure(f.share(share, 1))}${between === null ? '' : phrase` (tartea, ${f.share(0.95)}: ${f.share(between.low, 1)} – ${f.share(between.high, 1)})`}; azken ukipen-puntu gisa, ${f.share(last, 1)}.`,
  caution: phrase`Erosketen aurretik etorri dena da hau, ez erosketak eragin dituena: nolanahi ere erostekoa zena ere hor dago. Esperimentu batek bakarrik esan dezake.`,
  meaning: phrase`Eskaera bakoitzak aurreko eskaeratik honako ukipen-puntuak hartzen ditu, atribuzio-leihoaren barruan, eta arau bakoitzak eskaera berak banatzen ditu. Lehena eta azkena ez datoz bat ukipen-puntua bidearen hasieran edo amaieran dagoenean; kentze-efektuak eskaerarik ekarri ez duten bideak ere ezagutzen ditu.`,
  kinds: {
    referrer: (site) => site,
    contact: (channel) => `kontaktua: ${channel}`,
    campaign: (channel) => `kanpaina: ${channel}`,
    other: () => 'gainerako ukipen-puntuak',
  },
  rules: {
    first: 'Lehen ukipen-puntua',
    last: 'Azken ukipen-puntua',
    linear: 'Lineala',
    position: 'Posizioaren arabera',
    decay: 'Denborarekin ahultzen',
    markov: 'Kentze-efektua (Markov)',
  },
  touch: 'Ukipen-puntua',
  effect: 'Hura gabe galtzen dena',
  interval: `Tartea, ${f.share(0.95)}`,
  between: (low, high) => `${low} – ${high}`,
  spread: phrase`Kentze-efektuen tarteak ukipen-puntu bakoitzetik bideak nora doazen birlaginketa bayestarrez (bootstrap) ateratzen dira; bideek ${f.whole(30)} aldiz baino gutxiagotan uzten duten puntuak ez du.`,
  orders: 'Eskaerak (Markov)',
  revenue: 'Diru-sarrera garbiak (Markov)',
});
