import { unitOf } from './feature.ts';
import type { Format } from './format.ts';

/** A value of a feature in its unit: short enough for a sentence, or as exact as a table has it. */
export function writeValue(feature: string, value: number, f: Format, place: 'sentence' | 'table'): string {
  const isExact = place === 'table';
  switch (unitOf(feature)) {
    case 'money':
      return isExact ? f.exactMoney(value) : f.money(value);
    case 'share':
      return f.share(value, isExact ? 1 : 0);
    case 'years':
    case 'number':
      if (isExact) return f.number(value, 2);
      return Math.abs(value) >= 100 ? f.whole(value) : f.number(value);
  }
}
