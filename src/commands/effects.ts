import type picocolors from 'picocolors';

/** Paints text for a terminal; does nothing where colours are off. */
export type Colors = ReturnType<typeof picocolors.createColors>;

/** What a command may do to the world besides files. Real ones are made in `cli.ts`; tests pass recording ones. */
export interface Effects {
  /** Data, to standard output: one line. */
  print(line: string): void;
  /** Bytes of data, to standard output (Arrow, Parquet). */
  write(bytes: Uint8Array): void;
  /** All of standard input, as text. */
  readInput(): Promise<string>;
  /** Talk, to standard error: one line. Silent with `--quiet`. */
  say(line: string): void;
  /** What must be heard, to standard error: one line. `--quiet` does not silence it, so that cron mails it. */
  warn(line: string): void;
  /** Long work: begins a step; the returned function ends it with a word on the result. */
  step(title: string): (outcome: string) => void;
  /** What is left to do, at once, should a signal end the process; the returned function takes it back. */
  onSignal(last: (signal: string) => void): () => void;
  /** The clock. */
  now(): Date;
  /** Four random hexadecimal digits, for names of runs. */
  randomId(): string;
  /** The folder that relative paths on the command line start from. */
  readonly cwd: string;
  /** The zone of this machine, to propose it; runs go by the zone of their pipeline. */
  readonly timeZone: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Where data go: to people at a terminal of some width, or on to a file or a pipe. */
  readonly stdout: { readonly isTerminal: boolean; readonly columns: number };
  /** For data. */
  readonly colors: Colors;
  /** What a scheduler starts to run bezero: absolute paths of Node.js and of the script that npm calls `bezero`. */
  readonly program: { readonly node: string; readonly script: string };
  /** This process, for locks and records. `command` is what was typed: `bezero run nightly.yaml`. */
  readonly process: { readonly pid: number; readonly host: string; readonly command: string };
}
