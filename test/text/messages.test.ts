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
