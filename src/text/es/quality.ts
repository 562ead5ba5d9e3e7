import type { Messages } from '../en/index.ts';
import type { Format } from '../format.ts';
import { figure, phrase } from '../phrase.ts';
import { nouns } from './words.ts';

/** What the figures rest on. */
export const quality = (f: Format): Messages['quality'] => ({
  none: phrase`No se ha cargado nada.`,
  finding: (records, files, loaded, rejected, skipped) =>
    phrase`${figure(f.count(records, nouns.record))} de ${figure(f.count(files, nouns.file))}: ${f.count(loaded, { one: 'cargado', other: 'cargados' })}, ${f.count(rejected, { one: 'rechazado', other: 'rechazados' })} y ${f.count(skipped, { one: 'omitido', other: 'omitidos' })}. ${records === loaded + rejected + skipped ? 'No falta ningún registro.' : 'Las cifras no cuadran; consulte el registro de la ejecución.'}`,
  loads: 'Qué se ha cargado',
  loadsSentence: phrase`Un archivo que alimenta varias tablas cuenta una vez en cada una. Los archivos ya conocidos no se vuelven a leer.`,
  source: 'Fuente',
  table: 'Tabla',
  files: 'Archivos',
  records: 'Registros',
  loaded: 'Cargados',
  rejected: 'Rechazados',
  skipped: 'Omitidos',
  rounded: 'Redondeados',
  rejects: 'Por qué se rechazaron registros',
  rejectsSentence: (source) =>
    phrase`Los motivos más frecuentes. La mayoría procede de ${source}; «bezero rejects» muestra los registros con su archivo y su línea.`,
  noRejects: phrase`No se ha rechazado ningún registro.`,
  column: 'Columna',
  reason: 'Motivo',
  warnings: 'Avisos',
  noWarnings: phrase`La ejecución no ha dejado ningún aviso.`,
  audits: 'Comprobaciones',
  auditsSentence: (checks, failed) =>
    failed === 0
      ? phrase`Tras construir las tablas se han comprobado las claves, los valores que faltan y las sumas de dinero (${figure(f.count(checks, nouns.check))}): todo se cumple.`
      : phrase`De las comprobaciones de claves, valores que faltan y sumas de dinero, ${figure(f.whole(failed))} de ${figure(f.whole(checks))} no se ${f.plural(failed, { one: 'cumple', other: 'cumplen' })}.`,
  relation: 'Tabla',
  rule: 'Qué debe cumplirse',
  bad: 'Filas que lo incumplen',
});
