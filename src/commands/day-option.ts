import { ConfigError } from '../errors.ts';
import { isDay } from '../text/day.ts';

/** @throws ConfigError where an option that was given is no day of the calendar */
export function mustBeDay(option: string, text: string | undefined): void {
  if (text !== undefined && !isDay(text))
    throw new ConfigError(`${option} must be a day like 2026-11-20, got "${text}"`);
}
