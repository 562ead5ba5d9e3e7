import type { Messages } from '../en/index.ts';
import type { Format } from '../format.ts';
import { figure, phrase } from '../phrase.ts';
import { calibrationVerdict } from './calibration.ts';
import { probability } from './discriminant.ts';
import { nouns } from './words.ts';

/** The days that are foretold: the next ones, or those after the last day on which purchases are known. */
const coming = (f: Format, days: number, after: string | null): string =>
  after === null
    ? `en los próximos ${f.whole(days)} días`
    : `en los ${f.whole(days)} días posteriores al ${f.day(after)}`;

const pOf = (f: Format, p: number): string => `p ${p < 0.001 ? '' : '= '}${probability(f, p)}`;

/** Who buys again, and who churns. */
export const repurchase = (f: Format): Messages['repurchase'] => ({
  none: phrase`No se pronostica quién volverá a comprar: el pipeline no tiene el paso repurchase.`,
  tooFew: (reason) => phrase`No se pronostica quién volverá a comprar: ${reason}.`,
  finding: (customers, again, days, after) =>
    phrase`De ${figure(f.count(customers, nouns.customer))} que no están inactivos, se espera que unos ${figure(f.whole(again))} (el ${f.share(again / customers)}) vuelvan a comprar ${coming(f, days, after)}${after === null ? '' : ', último día del que se conocen compras'}. Los demás no, salvo que algo los recupere.`,
  uncalibrated: (foretold, again) =>
    phrase`Este número es orientativo: en los días de la prueba se pronosticaron ${figure(f.whole(foretold))} y volvieron a comprar ${figure(f.whole(again))}, y por deciles la diferencia es mayor de lo que explica el azar.`,
  measured: (since, until, customers, again) =>
    phrase`Medido en los días posteriores al ${f.day(since)}, hasta el ${f.day(until)}, solo con lo que se sabía antes: de ${figure(f.count(customers, nouns.customer))}, ${f.plural(again, { one: 'volvió', other: 'volvieron' })} a comprar ${figure(f.whole(again))} (el ${f.share(again / customers)}).`,
  model: (better, lift, naiveLift) =>
    better
      ? phrase`El decil con más probabilidad de comprar lo hizo ${figure(f.fixed(lift, 2))} veces lo que la media; solo por los días desde la última compra, ${figure(f.fixed(naiveLift, 2))} veces.`
      : phrase`El modelo no supera a los días desde la última compra más de lo que daría el azar, así que las probabilidades se basan en ellos. El decil más probable compró ${figure(f.fixed(naiveLift, 2))} veces lo que la media; según el modelo, ${figure(f.fixed(lift, 2))} veces.`,
  rule: (lift) =>
    phrase`Hay muy pocos clientes para los coeficientes del modelo, así que las probabilidades se basan solo en los días desde la última compra. El decil más probable compró ${figure(f.fixed(lift, 2))} veces lo que la media.`,
  ruleScores: (brier, constant, p, auc) =>
    phrase`Puntuación de Brier: ${f.fixed(brier, 4)}; con una misma tasa para todos, ${f.fixed(constant, 4)} (${pOf(f, p)}). Área bajo la curva ROC: ${f.fixed(auc, 3)}.`,
  scores: (brier, naiveBrier, constant, p, auc, naiveAuc) =>
    phrase`Puntuación de Brier: ${f.fixed(brier, 4)}; solo con la recencia, ${f.fixed(naiveBrier, 4)} (${pOf(f, p)}); con una misma tasa para todos, ${f.fixed(constant, 4)}. Área bajo la curva ROC: ${f.fixed(auc, 3)} con el modelo, ${f.fixed(naiveAuc, 3)} solo con la recencia.`,
  calibration: (foretold, again, p) =>
    phrase`En total, se pronosticó que ${figure(f.whole(foretold))} volverían a comprar, y ${f.plural(again, { one: 'lo hizo', other: 'lo hicieron' })} ${figure(f.whole(again))}${p === null ? '' : phrase` (prueba de Hosmer–Lemeshow por deciles: ${pOf(f, p)}): ${calibrationVerdict(p)}`}.`,
  unforetold: (customers) =>
    phrase`${figure(f.count(customers, nouns.customer))} no ${f.plural(customers, { one: 'tenía', other: 'tenían' })} ningún valor que el modelo pueda usar; ${f.plural(customers, { one: 'cuenta', other: 'cuentan' })} con la tasa del periodo anterior.`,
  seasons: phrase`Los días que vienen se pronostican a partir de ese periodo: lo que una temporada añada o quite no está incluido.`,
  found: 'Cuántos de ellos se encontraron',
  foundSentence: (share) =>
    phrase`Empezando por los más probables, la mitad de los que volvieron a comprar está en el primer ${figure(f.share(share))}.`,
  taken: 'Proporción de clientes tomados',
  gain: 'Proporción de los que volvieron a comprar',
  byModel: 'modelo',
  byRule: 'solo recencia',
  byChance: 'azar',
  tenth: 'Decil',
  customers: 'Clientes',
  foretold: 'Previsto',
  seen: 'Volvieron a comprar',
  lift: 'Lift',
  otherLift: (byModel) => (byModel ? 'Lift, solo recencia' : 'Lift, modelo'),
  segments: 'Por segmento',
  segmentsSentence: (days, after) =>
    phrase`Clientes que no están inactivos, según su probabilidad de volver a comprar ${coming(f, days, after)}. En juego está lo que han gastado hasta ahora, ponderado por la probabilidad de que no vuelvan. La probabilidad de cada cliente está en la columna repurchase_probability de los archivos CSV.`,
  segment: 'Segmento',
  noSegment: 'Sin segmento',
  again: 'Se espera que vuelvan',
  atStake: 'En juego',
});
