import { ConfigError } from '../errors.ts';
import { dayRule, isDay } from '../text/day.ts';

/** Throws where an option that was given is no day of the calendar like `2026-11-20`. */
export function requireDay(option: string, given: string | undefined): void {
  if (given !== undefined && !isDay(given)) throw new ConfigError(`${option} ${dayRule}, got "${given}"`);
}
