import type { Messages } from '../en/index.ts';
import type { Format } from '../format.ts';
import { figure, phrase } from '../phrase.ts';

/** When customers come back. */
export const cohorts = (f: Format): Messages['cohorts'] => ({
  title: 'Noiz itzultzen diren bezeroak',
  sentence: (first, later) =>
    later === null
      ? phrase`Lehen erosketaren hurrengo hilean, bezeroen ${figure(f.share(first))} itzuli dira erostera.`
      : phrase`Lehen erosketaren hurrengo hilean, bezeroen ${figure(f.share(first))} itzuli dira erostera; lehen erosketaren hiletik ${f.whole(later.period)} hilabetera, ${figure(f.share(later.share))}.`,
  brought: (months, amount) =>
    phrase`Lehen erosketaren hilaren ondorengo ${f.whole(months)}. hilabetearen amaieran, bezero bakoitzak ${figure(f.money(amount))} ekarri ditu batez beste diru-sarrera garbietan.`,
  latest: (shown, all) =>
    phrase`Mapak azken ${f.whole(shown)} hilabeteak erakusten ditu, bezero berriak ekarri zituzten ${f.whole(all)} hilabeteetatik; esaldiak ${f.whole(all)} hilabeteei buruzkoak dira.`,
  scale: 'hilean erosi zuen kohortearen kuota, ehunekotan: zenbat eta kolore biziagoa, orduan eta gehiago',
  open: 'hilabetea ez da oraindik amaitu',
  x: 'Lehen erosketaren hiletik igarotako hilabeteak',
  cohort: 'Lehen erosketa',
  customers: 'Bezeroak',
  share: (value) => f.whole(100 * value),
  retention: 'Erosi dutenen kuota, ehunekotan, lehen erosketaren hiletik igarotako hilabeteen arabera',
  money: 'Diru-sarrera garbiak bezeroko, lehen erosketaren hiletik igarotako hilabeteen arabera',
  everyone: 'Hainbeste denboran ikusitako kohorte guztiak',
});
