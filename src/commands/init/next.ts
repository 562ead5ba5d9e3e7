import { join } from 'node:path';

/** A path as a shell takes it. */
const typed = (path: string): string => (/^[\w./~-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`);

/**
 * What to do after `init`, a step a line, with the paths as they are from where it was called.
 *
 * @param own whether the pipeline maps the user's own files, which lie where they are; else they have to come into the inbox
 */
export function nextSteps(folder: string, file: string, { own }: { readonly own: boolean }): string[] {
  const pipeline = typed(join(folder, file));
  const commands = [
    [`npx bezero plan ${pipeline}`, 'checks the file, and the files it names'],
    [`npx bezero run ${pipeline}`, 'loads, models and publishes'],
  ] as const;
  const width = Math.max(...commands.map(([command]) => command.length));
  const steps = [
    own
      ? `look through ${pipeline}: what each column is taken for, and what serving customers costs`
      : `put your exports in ${typed(join(folder, 'inbox'))}: purchases*.csv, and customers*.csv, products*.csv … where you have them`,
    ...(own
      ? []
      : [`edit ${pipeline}: currency, time zone, costs; other headers than the canonical ones need a mapping`]),
    ...commands.map(([command, meaning]) => `${command.padEnd(width)}  ${meaning}`),
    `open ${typed(join(folder, 'store/current/report.html'))}, and put the run into cron: README.md, "Every night"`,
  ];
  return ['', 'next:', ...steps.map((step, i) => `  ${i + 1}. ${step}`)];
}
