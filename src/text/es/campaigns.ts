import type { Messages } from '../en/index.ts';
import type { Format } from '../format.ts';
import { figure, phrase } from '../phrase.ts';
import { nouns } from './words.ts';

/** Campaigns of the pipeline, what they bring, and past ones. */
export const campaigns = (f: Format): Messages['campaigns'] => ({
  none: phrase`El pipeline no planifica campañas, y no se conoce ninguna anterior.`,
  noneRuns: phrase`Hoy no hay ninguna campaña en curso.`,
  finding: (campaigns, contacted, control, profit) =>
    phrase`${figure(f.count(campaigns, nouns.campaign))} ${f.plural(campaigns, { one: 'contacta', other: 'contactan' })} con ${figure(f.count(contacted, nouns.people))} y ${f.plural(campaigns, { one: 'deja', other: 'dejan' })} a ${figure(f.whole(control))} sin contactar, para medir qué aporta el contacto con las demás: se espera un beneficio de ${figure(f.money(profit))}, descontado el coste.`,
  keep: (customers, budget) =>
    phrase`${figure(f.count(customers, nouns.customer))} ${f.plural(customers, { one: 'vale', other: 'valen' })} más de lo habitual y ${f.plural(customers, { one: 'tiene', other: 'tienen' })} más riesgo de irse de lo habitual: retenerlos puede costar ${figure(f.money(budget))} en total. La sección sobre el beneficio nombra a los primeros, y la columna retention_budget de los archivos CSV da el presupuesto de cada uno.`,
  plans: 'Campañas del pipeline',
  plansHow: phrase`Lo que se espera: para cada persona, la probabilidad de que compre gracias al contacto, por lo que deja ese pedido, menos el coste del contacto. La probabilidad es lo que aportaron las campañas anteriores del canal frente a quienes dejaron sin contactar; si no las hay, la proporción que respondió por la proporción de respuestas a las que siguió una compra en 30 días: cuenta también lo que se habría comprado de todos modos, y no lo que se compró sin responder. Es mayor para quien ha respondido más que los demás y menor para quien apenas sigue siendo cliente (P(vivo)). Lo que deja un pedido se acerca al margen del conjunto, y no supera lo que queda del valor de vida. A quien tiene una reclamación abierta no se le contacta, salvo que el pipeline diga otra cosa.`,
  plansSentence: phrase`Entran quienes compensan su coste, empezando por los mejores, hasta agotar el presupuesto; nadie está en dos campañas a la vez. El azar decide quién está en el grupo de control, de una vez para siempre; no figura en ningún archivo de la campaña.`,
  campaign: 'Campaña',
  statuses: { planned: 'planificada', running: 'en curso', ended: 'terminada' },
  span: (status, from, to) => `${status}, del ${f.day(from)} al ${f.day(to)}`,
  contacted: 'Contactados',
  control: 'Grupo de control',
  cost: 'Coste',
  expectedPurchases: 'Compras esperadas gracias a ella',
  expectedProfit: 'Beneficio esperado',
  expectedBeyondCost: 'Esperado por encima del coste',
  canShow: 'Qué mostrará el grupo de control',
  shows: (points) => `un aumento de ${f.number(points)} puntos o más`,
  showsMaybe: (people, points) =>
    `quizá nada: harían falta ${f.count(people, nouns.people)} para ${f.number(points)} puntos`,
  showsNothing: (people, points) =>
    `nada: harían falta ${f.count(people, nouns.people)} para ${f.number(points)} puntos`,
  results: 'Qué aportaron las campañas',
  tooEarly: phrase`Es pronto para saberlo: quienes están en las campañas han entrado hoy.`,
  noControl: phrase`Sin grupo de control nadie puede saber qué aporta una campaña.`,
  resultsSentence: (clear, all) =>
    clear === 0
      ? phrase`Ninguna campaña ha mostrado un efecto hasta ahora: todos los intervalos contienen el 0.`
      : phrase`${figure(f.whole(clear))} de ${f.count(all, nouns.campaign)} ${f.plural(clear, { one: 'ha mostrado', other: 'han mostrado' })} un efecto: el intervalo no contiene el 0.`,
  resultsHow: phrase`La proporción que compró entre los contactados menos la del grupo de control, en puntos porcentuales; la línea es el intervalo de confianza del 95 % (intervalo score de Newcombe). Puede haber, sin verse, un efecto menor que el que una campaña puede mostrar. De veinte intervalos así, uno deja fuera el 0 por azar aunque no haya efecto, y más si se mira cada noche hasta que lo haga: cuenta lo que se ve al final.`,
  boughtContacted: 'Compraron, contactados',
  boughtControl: 'Compraron, grupo de control',
  difference: 'Diferencia, puntos',
  interval: 'Intervalo del 95 %',
  profit: 'Beneficio incremental',
  broughtBeyondCost: 'Aportado por encima del coste',
  profitInterval: 'Su intervalo del 95 % (Welch)',
  range: (from, to) => `de ${from} a ${to}`,
  past: 'Campañas anteriores según las respuestas',
  pastSentence: (shown, all) =>
    phrase`${shown < all ? phrase`Las ${figure(f.whole(shown))} primeras de ${f.whole(all)}. ` : ''}Por orden del extremo inferior del intervalo de sus respuestas (Wilson), para que unas pocas personas no queden arriba por azar. Nadie quedó fuera de ellas, así que lo que se compró después no prueba ningún efecto.`,
  reached: 'Alcanzados',
  answered: 'Respondieron',
  costPerAnswer: 'Coste por respuesta',
  buyers: 'Compraron en 30 días',
});
