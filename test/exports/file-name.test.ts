import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { segmentStem, slug } from '../../src/exports/file-name.ts';

describe('slug', () => {
  it('keeps letters and digits', () => {
    expect(slug('Frequent, recent, high spend')).toBe('frequent-recent-high-spend');
    expect(slug('Ibiltari & Etxezale ñ')).toBe('ibiltari-etxezale-n');
    expect(slug('קונים')).toBe('');
    expect(slug('Buyers of everything, there', 18)).toBe('buyers-of');
    expect(slug('Buyers of everything, there', 21)).toBe('buyers-of-everything');
    expect(slug('x'.repeat(99), 9)).toBe('x'.repeat(9));
  });
});

describe('segmentStem(code, name, taken)', () => {
  it('begins with the code', () => {
    expect(segmentStem('s1', 'Loyal regulars')).toBe('s1-loyal-regulars');
    expect(segmentStem('s1', 'קונים')).toBe('s1');
    expect(segmentStem('', '')).toBe('segment');
  });

  it('never gives one name twice', () => {
    expect(segmentStem('s 1', 'a', ['s-1-a'])).toBe('s-1-a-2');
    expect(segmentStem('s 1', 'a', ['s-1-a', 's-1-a-2'])).toBe('s-1-a-3');
  });

  it('stays in its folder, whatever the name', () => {
    for (const name of ['../../etc/passwd', '/etc/passwd', '..\\up', 'a/b', 'a\0b', 'con:', 'x'.repeat(10_000)]) {
      expect(segmentStem(name, name)).toMatch(/^[a-z0-9][a-z0-9-]{0,80}$/);
    }
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (code, name) => {
        expect(segmentStem(code, name)).toMatch(/^[a-z0-9][a-z0-9-]{0,80}$/);
      }),
    );
  });
});
