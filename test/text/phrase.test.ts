import { describe, expect, it } from 'vitest';
import { formatFor } from '../../src/text/format.ts';
import { figure, listed, named, phrase, plain } from '../../src/text/phrase.ts';

describe('phrase`…`', () => {
  it('keeps figures and names apart from the words', () => {
    expect(phrase`We know ${figure('3')} of ${named('<b>')}`).toEqual([
      'We know ',
      { kind: 'figure', text: '3' },
      ' of ',
      { kind: 'name', text: '<b>' },
    ]);
  });

  it('takes phrases and plain text into itself', () => {
    const inner = phrase`${figure('3')} customers`;
    expect(plain(phrase`There are ${inner}${', or more'}.`)).toBe('There are 3 customers, or more.');
    expect(phrase``).toEqual([]);
  });
});

describe('listed(f, phrases)', () => {
  const names = ['Ana', 'Jon', 'Iker'].map((name) => [named(name)]);

  it('joins as the language does, names kept apart', () => {
    expect(plain(listed(formatFor('en'), names))).toBe('Ana, Jon and Iker');
    expect(plain(listed(formatFor('es'), names))).toBe('Ana, Jon e Iker');
    expect(listed(formatFor('en'), names.slice(0, 2))).toEqual([named('Ana'), ' and ', named('Jon')]);
  });
});
