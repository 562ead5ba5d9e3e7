import { describe, expect, it } from 'vitest';
import { ConfigError } from '../../src/errors.ts';
import { formatFor } from '../../src/text/format.ts';
import { messagesFor } from '../../src/text/messages.ts';
import { plain } from '../../src/text/phrase.ts';

describe('messagesFor(format)', () => {
  it('takes the language of a regional tag', () => {
    const t = messagesFor(formatFor('en-US', 'USD'));
    expect(t.page.headline(1_234, 1)).toBe('$1,234 profit from 1 customer');
    expect(plain(t.quality.finding(3, 1, 2, 1, 0))).toBe(
      '3 records from 1 file: 2 loaded, 1 rejected, 0 skipped. Every record is accounted for.',
    );
  });

  it('tells a change as a share only where that is not too small', () => {
    const { profit } = messagesFor(formatFor('en', 'EUR')).overview.changed;
    const told = [0.0003, null, -0.001].map((share) => plain(profit(share === -0.001 ? -120 : 120, share)));
    expect(told).toEqual(['Profit rose by €120.', 'Profit rose by €120.', 'Profit fell by €120 (−0.1%).']);
  });

  it('names all RFM cells that hold the most, unless they are many', () => {
    const { gridSentence } = messagesFor(formatFor('en', 'EUR')).rfm;
    const cells = [1, 2, 3, 4].map((recency) => ({ recency, frequency: 1 }));
    const told = [1, 2, 4].map((count) => plain(gridSentence(195, cells.slice(0, count))).split('.')[0]);
    expect(told).toEqual([
      'The fullest cell holds 195 customers, at recency 1 and frequency 1',
      'The fullest cells hold 195 customers each, at recency 1 and frequency 1, and at recency 2 and frequency 1',
      'The 4 fullest cells hold 195 customers each',
    ]);
  });

  it('refuses a language that has no texts', () => {
    expect(() => messagesFor(formatFor('fr', 'EUR'))).toThrow(ConfigError);
  });

  it('defines every term in whole sentences', () => {
    const { terms } = messagesFor(formatFor('en', 'EUR'));
    for (const { term, meaning } of Object.values(terms)) {
      expect(term).toMatch(/^\S/);
      expect(meaning).toMatch(/^[A-Z].*\.$/);
    }
  });
});
