import type { Messages } from '../en/index.ts';
import { basketTerms } from './basket-terms.ts';
import { clvTerms } from './clv-terms.ts';
import type { Format } from '../format.ts';
import { nextProductTerms } from './next-product.ts';
import { opinionTerms } from './opinions.ts';
import { marketingTerms } from './marketing-terms.ts';

/** What every word of the report means; the ids are those that table headers link to. */
export const terms = (f: Format): Messages['terms'] => ({
  customer: { term: 'Cliente', meaning: 'Quien tiene al menos una compra hasta la fecha de corte.' },
  prospect: {
    term: 'Cliente potencial',
    meaning: 'Alguien a quien se conoce, pero que no ha comprado hasta la fecha de corte.',
  },
  as_of: {
    term: 'Fecha de corte',
    meaning: 'El último día que cuenta. No se lee nada posterior, se haga el informe cuando se haga.',
  },
  segment: {
    term: 'Segmento',
    meaning:
      'Un grupo de clientes que se comportan de forma parecida, hallado con k-medias: cada uno pertenece al segmento cuyo centro está más cerca. Su código, como s1, se mantiene de una noche a otra.',
  },
  rule: {
    term: 'Regla',
    meaning:
      'Condiciones que un árbol de clasificación ha hallado para distinguir un segmento de los demás, con la proporción de los clientes que las cumplen que están en él.',
  },
  repurchase_probability: {
    term: 'Se espera que vuelvan',
    meaning:
      'La probabilidad de que un cliente que no está inactivo compre en los días que indica el pipeline, aprendida de quienes lo hicieron en el último periodo igual de largo.',
  },
  naive_rule: {
    term: 'Solo recencia',
    meaning:
      'La regla ingenua: solo conoce los días desde la última compra. Un modelo tiene que superarla para que se use.',
  },
  ...nextProductTerms,
  ...clvTerms(f),
  lift: {
    term: 'Lift',
    meaning: 'Cuántas veces más a menudo ocurre algo en un grupo que en el conjunto.',
  },
  ...opinionTerms,
  ...basketTerms,
  audience: {
    term: 'Audiencia',
    meaning:
      'Los clientes actuales y potenciales que cumplen una condición del pipeline, más los que alguien ha añadido a mano y menos los que alguien ha excluido a mano.',
  },
  control_group: {
    term: 'Grupo de control',
    meaning:
      'Miembros de una campaña con los que no se contacta, para ver qué habrían hecho los demás sin ella. Quién está en él se sigue de un hash del cliente y la campaña: es azar, y es igual cada noche.',
  },
  index: {
    term: 'Índice',
    meaning: `La media de un segmento en porcentaje de la media de todos los clientes con segmento: ${f.whole(100)} es igual, ${f.whole(200)} es el doble.`,
  },
  ...marketingTerms,
  move: {
    term: 'Cambio de segmento',
    meaning:
      'Clientes que estaban en un segmento en la ejecución anterior y ahora están en otro. El porcentaje es sobre los que estaban en el segmento que dejaron.',
  },
  silhouette: {
    term: 'Silueta',
    meaning:
      'Cuánto más cerca están los clientes de los de su propio segmento que de los del siguiente, de −1 a 1: 0 es la frontera. La media de los clientes decide cuántos segmentos hay.',
  },
  adjusted_rand: {
    term: 'Índice de Rand ajustado',
    meaning: `Cuánto se parecen los segmentos cuando se rehacen con clientes sorteados: 1 es siempre igual, 0 es tan parecido como por azar. A partir de ${f.number(0.8)} se consideran estables.`,
  },
  jaccard: {
    term: 'Jaccard mínimo',
    meaning: `Lo mismo segmento a segmento: sus miembros en ambas divisiones como proporción de sus miembros en alguna de las dos, de 0 a 1; del segmento que peor queda. A partir de ${f.number(0.75, 2)} se considera estable.`,
  },
  calinski_harabasz: {
    term: 'Caliński–Harabasz',
    meaning: 'Variación entre segmentos frente a variación dentro de ellos: cuanto mayor, mejor.',
  },
  davies_bouldin: {
    term: 'Davies–Bouldin',
    meaning: 'Lo anchos que son los segmentos frente a lo separados que están sus centros: cuanto menor, mejor.',
  },
  gap: {
    term: 'Gap',
    meaning:
      'Cuánto más juntos están los clientes en sus segmentos que si estuvieran repartidos por igual, en logaritmo y con su error típico: cuanto mayor, mejor.',
  },
  smallest_share: {
    term: 'Segmento menor',
    meaning:
      'La proporción de clientes en el segmento más pequeño; el pipeline dice cuál es el tamaño mínimo admitido.',
  },
  median: {
    term: 'Mediana',
    meaning:
      'La mitad de los clientes tiene menos y la otra mitad, más. Unos pocos valores muy grandes mueven la media, no la mediana.',
  },
  effect_size: {
    term: 'Tamaño del efecto',
    meaning: `Cuánto se aleja la media de un segmento de la de todos los demás clientes con segmento, en desviaciones típicas dentro de ambos grupos (d de Cohen), tras el logaritmo donde el modelo lo usa: ${f.number(0.2)} es pequeño, ${f.number(0.5)} mediano, ${f.number(0.8)} grande; por debajo de 0, el segmento tiene menos.`,
  },
  nearest_segment: {
    term: 'Segmento más cercano',
    meaning: 'El segmento cuyo centro está más cerca en las características del modelo: al que más se parece.',
  },
  typical: {
    term: 'Cliente típico',
    meaning:
      'Uno de los clientes más cercanos al centro del segmento, en todas las características del modelo a la vez.',
  },
  recency: {
    term: 'Recencia',
    meaning:
      'Días desde la última compra hasta el día siguiente a la fecha de corte: 1 es una compra en la fecha de corte.',
  },
  frequency: { term: 'Frecuencia', meaning: 'Número de pedidos con alguna compra.' },
  monetary: { term: 'Gasto', meaning: 'Ventas netas de todos los pedidos del cliente, descontadas las devoluciones.' },
  rfm: {
    term: 'Puntuación RFM',
    meaning:
      'Recencia, frecuencia y gasto, cada uno ordenado y dividido en grupos iguales; la puntuación más alta es la mejor. A valores iguales, puntuaciones iguales.',
  },
  cut_point: {
    term: 'Punto de corte',
    meaning:
      'Donde acaba una puntuación y empieza la siguiente: una puntuación abarca los valores por encima de su punto de corte inferior y hasta el superior, incluido.',
  },
  usage_class: {
    term: 'Clase de uso',
    meaning:
      'Intensivos, medios y ocasionales: el tercio superior, medio e inferior de los clientes por número de pedidos, con los empates juntos. Nunca han comprado: los clientes potenciales.',
  },
  lifecycle: {
    term: 'Ciclo de vida',
    meaning: `Según los últimos ${f.whole(365)} días, o los que diga el pipeline (active_days). Nuevos: su primera compra fue en ellos; recurrentes: compraron en ellos y también antes; inactivos: no compraron en ellos. Los clientes potenciales nunca han comprado.`,
  },
  cohort: {
    term: 'Cohorte',
    meaning:
      'Los clientes cuya primera compra fue en un mismo mes. Cuentan en un mes si compraron en él al menos una vez; un mes que aún no se ha visto queda vacío.',
  },
  revenue: {
    term: 'Ventas brutas',
    meaning: 'Precio por cantidad de lo vendido, antes de descuentos y devoluciones, sin impuestos.',
  },
  returns: { term: 'Devoluciones', meaning: 'Precio por cantidad de lo devuelto.' },
  discounts: { term: 'Descuentos', meaning: 'Lo rebajado del precio de lo vendido y no devuelto.' },
  net_revenue: { term: 'Ventas netas', meaning: 'Ventas brutas menos devoluciones y descuentos.' },
  shipping_charged: { term: 'Envíos cobrados', meaning: 'Los gastos de envío que pagaron los clientes.' },
  cost_of_goods: {
    term: 'Coste de la mercancía',
    meaning: 'Lo que había costado la mercancía vendida y no devuelta, si se conoce su coste.',
  },
  gross_margin: {
    term: 'Margen bruto',
    meaning: 'Ventas netas más envíos cobrados, menos el coste de la mercancía.',
  },
  fulfilment: {
    term: 'Logística',
    meaning: 'Preparar, enviar y recoger devoluciones, según las tarifas del pipeline.',
  },
  contribution_margin: {
    term: 'Margen de contribución',
    meaning:
      'Margen bruto menos logística. Si un pedido tiene varias líneas, a cada una le toca una parte igual. Lo que cuestan los contactos y las campañas corresponde a los clientes, no a lo vendido.',
  },
  cost_to_serve: {
    term: 'Coste de servir',
    meaning: 'Lo que cuestan todos los contactos con el cliente: según consta o según la tarifa de su canal.',
  },
  campaign_cost: {
    term: 'Campañas',
    meaning:
      'El coste de las campañas por las que no llegó nadie, en proporción a sus contactos. Lo que no corresponde a ningún cliente conocido está en el total, no en los clientes.',
  },
  acquisition_cost: {
    term: 'Captación',
    meaning:
      'El coste de la campaña por la que llegó un cliente, repartido entre los clientes con compras que llegaron por ella: lo que costó ganar a cada uno.',
  },
  profit: {
    term: 'Beneficio',
    meaning: 'Margen bruto menos logística, coste de servir, campañas y captación. No incluye los gastos generales.',
  },
  margin: { term: 'Margen de beneficio', meaning: 'Beneficio en porcentaje de las ventas netas.' },
  loss_maker: {
    term: 'Cliente no rentable',
    meaning: 'Un cliente que cuesta más de lo que aporta, aunque sea un céntimo.',
  },
  whale_curve: {
    term: 'Curva de ballena',
    meaning:
      'El beneficio acumulado de los clientes, y de los clientes potenciales que cuestan algo, empezando por los más rentables. Supera el total en la medida en que los últimos restan beneficio.',
  },
  discriminant: {
    term: 'Análisis discriminante',
    meaning:
      'Halla las sumas ponderadas de atributos de los clientes que mejor distinguen los segmentos y, a partir de ellas, el segmento más probable de cualquiera.',
  },
  wilks: {
    term: 'λ de Wilks',
    meaning:
      'La parte de la variación de los atributos que queda dentro de los segmentos: 1 indica que no explican nada; 0, que lo explican todo.',
  },
  p_value: {
    term: 'p',
    meaning: 'Con qué frecuencia separaría el azar los segmentos al menos igual de bien.',
  },
  canonical: {
    term: 'Función canónica',
    meaning:
      'Una suma ponderada de los atributos; la primera es la que más separa los segmentos, la siguiente la que más separa de lo que queda. Su correlación canónica dice cuánto, de 0 a 1.',
  },
  structure: {
    term: 'Matriz de estructura',
    meaning:
      'Hasta qué punto se relaciona cada atributo con cada función dentro de los segmentos: una correlación de −1 a 1.',
  },
  centroid: { term: 'Centroide', meaning: 'La media de un segmento en una función.' },
  hit_ratio: {
    term: 'Tasa de aciertos',
    meaning: 'La proporción de clientes cuyo propio segmento es el más probable por sus atributos.',
  },
  chance: {
    term: 'Azar',
    meaning:
      'La tasa de aciertos sin ningún atributo. Máximo: se pone a todos en el segmento mayor, así que es la proporción de este. Proporcional: se asigna al azar según el tamaño de los segmentos; es la suma de los cuadrados de sus proporciones.',
  },
  rejected: {
    term: 'Rechazado',
    meaning:
      'Un registro que incumple una regla de su columna o de su tabla. Se guarda aparte con el motivo; no cuenta en ningún sitio.',
  },
  skipped: {
    term: 'Omitido',
    meaning:
      'Un registro que se deja fuera por una regla establecida, como una repetición exacta o una versión anterior de la misma clave.',
  },
  rounded: {
    term: 'Redondeado',
    meaning: 'Un registro con un importe de más de cuatro decimales, que se redondeó.',
  },
});
