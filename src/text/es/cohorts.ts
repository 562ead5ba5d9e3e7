import type { Messages } from '../en/index.ts';
import type { Format } from '../format.ts';
import { figure, phrase } from '../phrase.ts';

/** When customers come back. */
export const cohorts = (f: Format): Messages['cohorts'] => ({
  title: 'Cuándo vuelven los clientes',
  sentence: (first, later) =>
    later === null
      ? phrase`En el mes siguiente al de su primera compra, volvió a comprar el ${figure(f.share(first))} de los clientes.`
      : phrase`En el mes siguiente al de su primera compra, volvió a comprar el ${figure(f.share(first))} de los clientes; ${f.whole(later.period)} meses después, el ${figure(f.share(later.share))}.`,
  brought: (months, amount) =>
    phrase`Al final del mes ${f.whole(months)} posterior al de la primera compra, un cliente ha aportado de media ${figure(f.money(amount))} de ventas netas.`,
  latest: (shown, all) =>
    phrase`El mapa muestra los últimos ${f.whole(shown)} de los ${f.whole(all)} meses en que llegaron clientes; las frases se refieren a los ${f.whole(all)}.`,
  scale: 'porcentaje de la cohorte que compró en el mes: más intenso es más',
  open: 'el mes aún no ha terminado',
  x: 'Meses desde el de la primera compra',
  cohort: 'Primera compra en',
  customers: 'Clientes',
  share: (value) => f.whole(100 * value),
  retention: 'Porcentaje que compró, por meses desde el de la primera compra',
  money: 'Ventas netas por cliente, acumuladas hasta tantos meses después del de la primera compra',
  everyone: 'Todas las cohortes observadas ese tiempo',
});
