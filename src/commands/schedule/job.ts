import { ConfigError } from '../../errors.ts';

/** What a scheduler is told to start, every day at a time. Paths are absolute. */
export interface Job {
  /** `bezero-shop`: letters, digits and hyphens. */
  readonly name: string;
  /** Folder it works in. */
  readonly folder: string;
  /** The program and its arguments. */
  readonly argv: readonly string[];
  readonly at: TimeOfDay;
  /** IANA zone that `at` is told in. */
  readonly zone: string;
  /** Environment variable with the password of the mail server; null where none is needed. */
  readonly secret: string | null;
}

/** A time of the day. */
export interface TimeOfDay {
  /** 0 to 23 */
  readonly hour: number;
  /** 0 to 59 */
  readonly minute: number;
}

/**
 * Reads a time like `05:00` or `5:30`.
 *
 * @throws ConfigError where it is none
 */
export function parseTime(text: string): TimeOfDay {
  const [, hour, minute] = /^(\d{1,2}):(\d\d)$/.exec(text) ?? [];
  if (hour === undefined || minute === undefined || Number(hour) > 23 || Number(minute) > 59)
    throw new ConfigError(`--at must be a time of the day like 05:00, got "${text}"`);
  return { hour: Number(hour), minute: Number(minute) };
}

/** `05:00` */
export const timeText = ({ hour, minute }: TimeOfDay): string =>
  `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;

/**
 * Refuses a path that no line of a unit file or a crontab can hold.
 *
 * @throws ConfigError where it holds a control character, or ends with a backslash or a space
 */
export function mustFitALine(path: string): void {
  if (/\p{Cc}/u.test(path) || /[\\\s]$/.test(path))
    throw new ConfigError(
      `a scheduled pipeline must have a path without line breaks that ends with neither a backslash nor a space; it is ${JSON.stringify(path)}`,
    );
}
