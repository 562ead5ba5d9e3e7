import { describe, expect, it } from 'vitest';
import { company, reportOf } from './support.ts';

const rules = ['first', 'last', 'linear', 'position', 'decay', 'markov'] as const;

const credit = (kind: string, touch: string, shares: readonly number[]) =>
  rules.map((rule, i) => ({
    kind,
    touch,
    rule,
    orders: 80 * shares[i]!,
    net_revenue: 4_000 * shares[i]!,
    share: shares[i]!,
  }));

const effect = (kind: string, touch: string, removal: number, spread: number | null) => ({
  ...{ kind, touch, removal_effect: removal },
  ...{ removal_effect_low: spread && removal - spread, removal_effect_high: spread && removal + spread },
  ...{ share_low: spread && 0.55, share_high: spread && 0.64 },
});

const given = {
  ...company,
  'marts.attribution': [
    ...credit('referrer', 'search <b>', [0.7, 0.2, 0.4, 0.5, 0.3, 0.6]),
    ...credit('campaign', 'call_center', [0.2, 0.5, 0.3, 0.3, 0.3, 0.3]),
    ...credit('other', 'other', [0.1, 0.3, 0.3, 0.2, 0.4, 0.1]),
    ...rules.map((rule) => ({ kind: 'none', touch: '', rule, orders: 20, net_revenue: 900, share: 0 })),
  ],
  'models.touch_effect': [
    effect('referrer', 'search <b>', 0.8, 0.05),
    effect('campaign', 'call_center', 0.4, 0.1),
    effect('other', 'other', 0.13, null),
  ],
};

describe('what preceded purchases', () => {
  it('is told by touch and rule, with the words that it is no cause', async () => {
    const { textOf, document } = await reportOf(given);
    const text = textOf('#origins');
    expect(text).toContain(
      '80 of 100 orders came after a touch in the 90 days before. By removal effect the largest share of them, 60.0% (95% interval 55.0% to 64.0%), goes to search <b>; as the last touch it has 20.0%.',
    );
    expect(text).toContain('what preceded purchases, not what caused them');
    expect(text).toContain('search <b>70.0%20.0%40.0%50.0%30.0%60.0%80.0%75.0% to 85.0%48.0');
    expect(text).toContain('campaign: call centre20.0%50.0%');
    expect(text).toMatch(/all other touches.*13\.0%–8\.0/);
    expect(document.querySelectorAll('#origins figure svg')).toHaveLength(2);
    expect(document.querySelector('#origins a[href="#term-removal_effect"]')).not.toBeNull();
    expect(textOf('#term-removal_effect')).toContain('Markov');
  });

  it('is not spoken of where no touch is known', async () => {
    const { textOf, document } = await reportOf(company);
    expect(textOf('#origins')).not.toContain('preceded');
    expect(document.querySelector('#term-removal_effect')).toBeNull();
  });
});
