import type { Messages } from '../en/index.ts';
import type { Format } from '../format.ts';

/** What people are told in the morning. `kind` of a failure is the exit code of the run. */
export const mail = (f: Format): Messages['mail'] => ({
  subject: (title, asOf, headline) => `${title}, ${f.day(asOf)}: ${headline}`,
  nothingNewSubject: (title, day) => `${title}, ${f.day(day)}: nada nuevo, y un aviso`,
  failedSubject: (title, day) => `${title}: falló la ejecución del ${f.day(day)}`,
  greeting: (title, asOf) => `${title}, a ${f.day(asOf)}`,
  figures: 'En cifras',
  nothingNew: (asOf) =>
    `Nada ha cambiado desde la publicación a ${f.day(asOf)}: no hay archivos nuevos y sigue siendo válida.`,
  toMend: 'Por corregir en los datos',
  remarks: 'Nuevas observaciones sobre los modelos',
  more: (count) => `y ${f.whole(count)} más`,
  attached: 'El informe va adjunto.',
  tooLarge: (megabytes) => `El informe es demasiado grande para adjuntarlo: ${f.number(megabytes)} MB.`,
  report: (file, host) => `Está en ${file}, en el equipo ${host}.`,
  reportAt: (file, host) => `El informe: ${file}, en el equipo ${host}`,
  folder: (folder, host) => `Todos los archivos: ${folder}, en el equipo ${host}`,
  personal:
    'El informe adjunto contiene listas de identificadores de clientes, pero no nombres ni direcciones: compártalo solo con quienes puedan conocerlos.',
  run: (run, version) => `Ejecución ${run}, bezero ${version}`,
  failed: (title, day) => `${title}: la ejecución del ${f.day(day)} ha fallado.`,
  whatFailed: (place) => {
    if (place === null) return 'Qué ha fallado, antes del primer paso';
    return `Qué ha fallado, ${place.ended ? 'después del' : 'en el'} paso ${place.step}`;
  },
  whoseTurn: (kind) => {
    if (kind === 2)
      return 'Hay que cambiar el archivo del pipeline o la orden que ejecuta bezero; hasta entonces fallará cada noche.';
    if (kind === 3) return 'Hay que corregir los datos, o la regla que incumplen; hasta entonces fallará cada noche.';
    if (kind === 4) return 'Un modelo no puede ajustarse a estos datos; hay que cambiar ese paso del pipeline.';
    if (kind === 5)
      return 'La causa está en el equipo, su disco, la base de datos u otra ejecución. La próxima noche se intentará de nuevo.';
    return 'Es un error de bezero; lo que dijo está en el registro del equipo.';
  },
  stays: 'Qué sigue siendo válido',
  current: (run, asOf) =>
    `La publicación ${run}, a ${f.day(asOf)}, es la vigente: está completa y tal como se publicó, con todos sus archivos.`,
  noRelease: 'Aún no se ha publicado nada, así que no hay ninguna publicación anterior con la que seguir.',
  unknownRelease: 'No se puede saber qué publicación es la vigente.',
});
