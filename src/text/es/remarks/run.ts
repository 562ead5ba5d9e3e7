import type { AssignerName, runRemarks as english } from '../../en/remarks/run.ts';
import type { Address } from '../../en/exports.ts';
import type { Format } from '../../format.ts';
import { sayGap } from '../cost-gap.ts';
import { nouns } from '../words.ts';

const assigners: Readonly<Record<AssignerName, string>> = {
  discriminant: 'el análisis discriminante',
  tree: 'el árbol',
};

const addresses: Readonly<Record<Address, string>> = {
  email: 'direcciones de correo',
  phone: 'teléfonos para llamar',
  sms: 'teléfonos para SMS',
  postal: 'direcciones postales',
};

/** Lo que una ejecución dice de sus fuentes, de lo que se le pidió y de su historial. */
export const runRemarks = (f: Format): ReturnType<typeof english> => ({
  twinFile: ({ file, twin, table }) => `${file}: contiene lo mismo que ${twin}; cuenta una sola vez, como ${table}`,
  leftPipeline: ({ file, table }) => `${file}: ya no forma parte del pipeline; lo que aportaba a ${table} no cuenta`,
  earlierMapping: ({ file, table }) =>
    `${file}: se leyó con una correspondencia anterior y ya no está; lo que aportó a ${table} queda como se leyó`,
  leftBehind: ({ file, table, records }) =>
    `${file}: lo leyó una publicación que se deshizo, y ya no está; no cuentan ${f.count(records, nouns.record)} de ${table}. Vuelva a poner el archivo para que cuenten`,
  noFile: ({ source }) =>
    `sources.${source}: ahora no hay ningún archivo que encaje; se conserva lo leído en noches anteriores`,
  noRecords: ({ file }) => `${file}: no contiene ningún registro`,
  removedRows: ({ file, rows, table }) =>
    `${file}: ya no incluye ${f.count(rows, nouns.record)} de ${table} de la lista anterior, que se ${rows === 1 ? 'ha' : 'han'} eliminado`,
  unusualVolume: ({ file, records, source, usual, crossed }) =>
    `${file}: contiene ${f.count(records, nouns.record)}${usual === null ? '' : `; lo habitual: ${usual.low === usual.high ? f.whole(usual.low) : `de ${f.whole(usual.low)} a ${f.whole(usual.high)}`}`} (sources.${source}.volume, ${crossed})`,
  stale: ({ source, newest, day, days, rule }) =>
    `sources.${source}: ${newest === 'record' ? 'el registro más reciente es del' : 'el archivo más reciente se escribió el'} ${f.day(day)}, ${f.count(days, nouns.day)} antes de la fecha de corte (${
      'option' in rule
        ? `sources.${source}.freshness, ${rule.option}`
        : `la pausa más larga del año anterior: ${f.count(rule.pause, nouns.day)}`
    })`,
  nothingYet: ({ source, option }) =>
    `sources.${source}: no hay compras, contactos ni devoluciones hasta la fecha de corte (sources.${source}.freshness, ${option})`,
  unitChange: ({ file, table, column, factor, now, before, others = [] }) => {
    const told = `unas ${f.whole(factor > 1 ? factor : 1 / factor)} veces ${factor > 1 ? 'más' : 'menos'}. ¿Ha cambiado su unidad?`;
    if (others.length === 0)
      return `${file}: la mediana de ${table}.${column} es ${f.number(now, 4)}, y lo habitual era ${f.number(before, 4)}: ${told}`;
    const all = [{ column, now, before }, ...others].map(
      (one) => `${table}.${one.column} (${f.number(one.now, 4)}; lo habitual: ${f.number(one.before, 4)})`,
    );
    return `${file}: las medianas de ${f.list(all)} han cambiado a la vez: ${told}`;
  },
  future: ({ day, today }) =>
    `hay registros del ${f.day(day)}, posterior a la fecha de hoy (${f.day(today)}); no se leen`,
  historyAfter: ({ days, asOf, former }) =>
    `Días del historial de segmentos posteriores al ${f.day(asOf)} que aquí no se cuentan: ${f.whole(days)}; las ejecuciones de días posteriores los contarán de nuevo. No se pierde nada: la publicación anterior, del ${f.day(former)}, aún los tiene, y "bezero rollback" vuelve a ella`,
  decisionsGone: () =>
    'people.duckdb ya no estaba en el almacén: se ha olvidado lo que decidieron las personas (nombres de segmentos, quién entra o no en una audiencia, quién está en qué grupo de una campaña); si hay una copia de seguridad, devuélvala a su sitio y ejecute con --force',
  decisionsOld: () =>
    'people.duckdb era anterior al último borrado: quienes se borraron desde entonces siguen fuera, pero se ha olvidado lo que decidieron las personas desde entonces (nombres de segmentos, quién entra o no en una audiencia, quién está en qué grupo de una campaña); si hay una copia de seguridad más reciente, devuélvala a su sitio y ejecute con --force',
  keptOut: ({ records }) =>
    `se han vuelto a leer registros de personas borradas, que quedan fuera: ${f.whole(records)}`,
  emptyAudiences: ({ audiences }) => `audiencias: nadie cumple la condición de ${f.list(audiences)}`,
  littleKnown: ({ campaign, channel, response }) =>
    `campañas: ninguna campaña anterior por ${channel} ya terminada dice lo que aporta ${campaign}: se supone que el ${f.share(response, 2)} de los contactados compra gracias a ella; indique "response" en el pipeline`,
  sampleRatio: ({ campaign }) =>
    `campañas: el grupo de control de ${campaign} se aleja de la proporción que se sorteó (desajuste de la muestra); averigüe quién se perdió antes de creer el resultado`,
  notAssigned: ({ model, features }) =>
    `${assigners[model]} no asigna clientes potenciales: solo una compra da a conocer ${f.list(features)}`,
  assigned: ({ hits, customers }) => {
    const told = hits.map(({ model, ratio, of, some }) =>
      ratio === null
        ? `${assigners[model]}, sin medir`
        : `${assigners[model]}, el ${f.share(ratio, 1)}${of === null ? '' : ` de los ${f.whole(of)} del día de su ajuste`}${some === null ? '' : ` (el ${f.share(some.ratio, 1)} de los ${f.whole(some.measured)} que tienen todos sus atributos)`}`,
    );
    return `a los clientes potenciales los asigna ${assigners[hits[0]!.model]}; de ${f.count(customers, nouns.customer)} con segmento, dejando a cada uno fuera del ajuste, quedan en el suyo: ${told.join('; ')}`;
  },
  withheld: ({ optIns, addresses: lost }) =>
    `nadie tiene ${f.either(optIns)}: ningún archivo contiene ${f.either(lost.map((one) => addresses[one]))}; donde haya consentimiento, asigne esas columnas en la fuente de clientes`,
  costGaps: ({ gaps }) => gaps.map((gap) => sayGap(gap, f)).join(' '),
});
