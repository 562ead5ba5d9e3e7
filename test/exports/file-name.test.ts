import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { segmentFileName, slug } from '../../src/exports/file-name.ts';

describe('slug', () => {
  it('keeps letters and digits', () => {
    expect(slug('Frequent, recent, high spend')).toBe('frequent-recent-high-spend');
    expect(slug('Ibiltari & Etxezale ñ')).toBe('ibiltari-etxezale-n');
    expect(slug('קונים')).toBe('');
  });
});

describe('segmentFileName(code, name, taken)', () => {
  it('begins with the code', () => {
    expect(segmentFileName('s1', 'Loyal regulars')).toBe('s1-loyal-regulars.csv');
    expect(segmentFileName('s1', 'קונים')).toBe('s1.csv');
    expect(segmentFileName('', '')).toBe('segment.csv');
  });

  it('never gives one name twice', () => {
    expect(segmentFileName('s 1', 'a', ['s-1-a.csv'])).toBe('s-1-a-2.csv');
    expect(segmentFileName('s 1', 'a', ['s-1-a.csv', 's-1-a-2.csv'])).toBe('s-1-a-3.csv');
  });

  it('stays in its folder, whatever the name', () => {
    for (const name of ['../../etc/passwd', '/etc/passwd', '..\\up', 'a/b', 'a\0b', 'con:', 'x'.repeat(10_000)]) {
      expect(segmentFileName(name, name)).toMatch(/^[a-z0-9][a-z0-9-]{0,80}\.csv$/);
    }
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (code, name) => {
        expect(segmentFileName(code, name)).toMatch(/^[a-z0-9][a-z0-9-]{0,80}\.csv$/);
      }),
    );
  });
});
