import { ConfigError, listProblems } from '../../errors.ts';
import { basketOptions, type BasketOptions } from '../../models/basket/options.ts';

/** The options of rules as the command line has them. */
export interface BasketFlags {
  readonly level?: string;
  /** `0.01`, `1%` */
  readonly support?: string;
  readonly minCount?: string;
  readonly confidence?: string;
  readonly maxLength?: string;
  readonly maxItems?: string;
  readonly maxItemsets?: string;
}

/** What each option is called in a pipeline, and what it must be. */
const flags = {
  level: { option: 'level', flag: '--level', must: 'must be basket or customer' },
  support: { option: 'support', flag: '--support', must: 'must be a share above 0, 1 at most, like 0.01 or 1%' },
  minCount: { option: 'min_count', flag: '--min-count', must: 'must be a whole number from 2 up' },
  confidence: { option: 'confidence', flag: '--confidence', must: 'must be a share from 0 to 1, like 0.5 or 50%' },
  maxLength: { option: 'max_length', flag: '--max-length', must: 'must be a whole number from 2 to 10' },
  maxItems: { option: 'max_items', flag: '--max-items', must: 'must be a whole number from 2 to 10000' },
  maxItemsets: { option: 'max_itemsets', flag: '--max-itemsets', must: 'must be a whole number from 100 to 1000000' },
} as const satisfies Record<keyof BasketFlags, { option: keyof BasketOptions; flag: string; must: string }>;

const names = Object.keys(flags) as (keyof BasketFlags)[];

function read(text: string): number | string {
  const [, part, sign] = /^(\d*\.?\d+)(%?)$/.exec(text) ?? [];
  if (part === undefined) return text;
  return sign === '%' ? Number(part) / 100 : Number(part);
}

/** Reads the options of rules, over those of a step; throws `ConfigError` in the words of the command line, all problems at once. */
export function readBasketOptions(given: BasketFlags, step: Partial<BasketOptions> = {}): BasketOptions {
  const told = names.filter((name) => given[name] !== undefined);
  const parsed = basketOptions.safeParse({
    ...step,
    ...Object.fromEntries(told.map((name) => [flags[name].option, read(given[name]!)])),
  });
  if (parsed.success) return parsed.data;
  const problems = told
    .filter((name) => parsed.error.issues.some(({ path }) => path[0] === flags[name].option))
    .map((name) => `${flags[name].flag} ${flags[name].must}, got "${given[name]!}"`);
  throw new ConfigError(listProblems(problems));
}
