/** A word as a POSIX shell reads it back: as it is where nothing in it is special, else in single quotes. */
export const shellWord = (word: string): string =>
  /^[\w./:=@%+,-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;

/** The words and operators of a command of a POSIX shell, without their quotes; what the shell would put in their place is left as it stands. */
export const shellWords = (command: string): string[] =>
  (command.match(/(?:'[^']*'|"(?:\\.|[^"\\])*"|\\.|[^\s'"\\;&|<>()])+|[;&|<>()]+/g) ?? []).map((word) =>
    word.replaceAll(
      /'([^']*)'|"((?:\\.|[^"\\])*)"|\\(.)/g,
      (_, single?: string, double?: string, escaped?: string) =>
        single ?? double?.replaceAll(/\\(["\\$`])/g, '$1') ?? escaped ?? '',
    ),
  );
